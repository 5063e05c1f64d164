using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private Typed Negated(Negation negation, ExpressionContext context)
    {
        if (negation.Operand is IntegerLiteral { Digits: "9223372036854775808" }) return new("CAST('-9223372036854775808' AS BIGINT)", SqlType.BigInt);
        var operand = Write(negation.Operand, context);
        if (!Coercion.IsNumeric(operand.Type) && !Coercion.IsInterval(operand.Type))
            throw SqlException.TypeMismatch(negation.At, $"Cannot negate {operand.Type}");
        return new($"(-{operand.Sql})", operand.Type) { ConstantText = operand.ConstantText is { } text ? $"-{text}" : null };
    }

    private Typed Arithmetic(Arithmetic arithmetic, ExpressionContext context)
    {
        var (left, right) = (Write(arithmetic.Left, context), Write(arithmetic.Right, context));
        if (left.Type == SqlType.Unknown && right.Type == SqlType.Unknown) return new("NULL", SqlType.Integer);
        if (left.Type == SqlType.Unknown && Coercion.IsNumeric(right.Type)) left = new(Coerce(left, right.Type), right.Type);
        if (right.Type == SqlType.Unknown && Coercion.IsNumeric(left.Type)) right = new(Coerce(right, left.Type), left.Type);
        return NumberArithmetic.Write(arithmetic, left, right) ?? MomentArithmetic.Write(arithmetic.Operator, left, right)
            ?? throw SqlException.TypeMismatch(arithmetic.At, $"Cannot apply operator: {left.Type} {NumberArithmetic.Sign(arithmetic.Operator)} {right.Type}");
    }

    private Typed Concatenated(Concatenation concatenation, ExpressionContext context)
    {
        var (left, right) = (Write(concatenation.Left, context), Write(concatenation.Right, context));
        bool Text(Typed value) => Coercion.IsText(value.Type) || value.Type == SqlType.Unknown;
        if (Text(left) && Text(right)) return new($"({Coerce(left, SqlType.Varchar)} || {Coerce(right, SqlType.Varchar)})", SqlType.Varchar);
        if (left.Type == SqlType.Varbinary && right.Type == SqlType.Varbinary) return new($"({left.Sql} || {right.Sql})", SqlType.Varbinary);
        if (Coercion.Common(left.Type, right.Type) is ArrayType both) return new($"array_append_all({Coerce(left, both)}, {Coerce(right, both)})", both);
        if (left.Type is ArrayType list && Coercion.Common(list.Element, right.Type) is { } element)
            return new($"list_append({Coerce(left, new ArrayType(element))}, {Coerce(right, element)})", new ArrayType(element));
        if (right.Type is ArrayType tail && Coercion.Common(tail.Element, left.Type) is { } first)
            return new($"list_prepend({Coerce(left, first)}, {Coerce(right, new ArrayType(first))})", new ArrayType(first));
        throw SqlException.TypeMismatch(concatenation.At, $"Cannot apply operator: {left.Type} || {right.Type}");
    }

    private Typed InZone(AtTimeZone zoned, ExpressionContext context)
    {
        var value = Write(zoned.Value, context);
        var zone = Write(zoned.Zone, context);
        var sql = zone.ConstantText is { } constant ? Moments.Zone(constant, zoned.At) : Coerce(zone, SqlType.Varchar);
        if (zone.Type == SqlType.DayInterval) sql = $"zone_of_interval({zone.Sql})";
        return value.Type switch
        {
            ZonedTimestampType => new(Duck.Zoned($"({value.Sql}).u", sql), value.Type),
            TimestampType type => new(Duck.Zoned(value.Sql, sql), new ZonedTimestampType(type.Precision)),
            _ => throw SqlException.TypeMismatch(zoned.At, $"Type of value must be a time or timestamp with or without time zone (actual {value.Type})"),
        };
    }
}
