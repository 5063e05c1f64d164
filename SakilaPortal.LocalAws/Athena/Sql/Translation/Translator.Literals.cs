using System.Globalization;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private Typed Literal(Expression expression) => expression switch
    {
        NullLiteral => new("NULL", SqlType.Unknown),
        BooleanLiteral boolean => new(boolean.Value ? "TRUE" : "FALSE", SqlType.Boolean),
        IntegerLiteral integer => Integer(integer),
        DecimalLiteral number => Decimal(number.Text, number.At),
        DoubleLiteral number => new($"CAST({number.Text} AS DOUBLE)", SqlType.Double),
        StringLiteral text => new(Duck.Text(text.Value), new VarcharType(new StringInfo(text.Value).LengthInTextElements)) { ConstantText = text.Value },
        BinaryLiteral binary => new($"unhex('{binary.Hex}')", SqlType.Varbinary),
        TypedLiteral typed => TypedLiteral(typed),
        IntervalLiteral interval => IntervalLiterals.Write(interval),
        Current current => Now(current),
        _ => throw new NotSupportedException($"There is no translation for {expression.GetType().Name}."),
    };

    private static Typed Integer(IntegerLiteral literal)
    {
        if (!long.TryParse(literal.Digits, out var value)) throw SqlException.Syntax(literal.At, $"Invalid numeric literal: {literal.Digits}");
        var type = value <= int.MaxValue ? SqlType.Integer : SqlType.BigInt;
        return new($"{value}::{type.Duck}", type) { ConstantText = literal.Digits };
    }

    private static Typed Decimal(string text, Position at)
    {
        var digits = text.TrimStart('-', '+').TrimStart('0');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : digits.Length - point - 1;
        var precision = Math.Max(1, digits.Length - (point < 0 ? 0 : 1));
        if (precision > DecimalType.MaxPrecision) throw SqlException.Syntax(at, $"Invalid numeric literal: {text}");
        var type = new DecimalType(precision, scale);
        return new($"CAST('{text}' AS {type.Duck})", type) { ConstantText = text };
    }

    private static Typed TypedLiteral(TypedLiteral literal)
    {
        switch (literal.Type.ToLowerInvariant())
        {
            case "decimal": return Decimal(literal.Text.Trim(), literal.At);
            case "timestamp": return Moments.Timestamp(literal.Text, literal.At);
            case "time": return Moments.Time(literal.Text, literal.At);
            case "date": return Moments.Date(literal.Text, literal.At);
            case "json": return new($"json({Duck.Text(literal.Text)})", SqlType.Json);
            case "char": return new(Duck.Text(literal.Text), new CharType(literal.Text.Length));
            default:
                var type = TypeNames.Resolve(new(literal.At, literal.Type.ToLowerInvariant(), []));
                return new(Casts.Explicit(new(Duck.Text(literal.Text), SqlType.Varchar), type, literal.At), type);
        }
    }

    /// <summary>The time is the query's start throughout, in the session's zone, UTC.</summary>
    private Typed Now(Current current)
    {
        var precision = current.Precision ?? 3;
        var utc = $"TIMESTAMP '{session.Now.UtcDateTime.ToString(precision == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss." + new string('f', Math.Min(precision, 6)))}'";
        return current.Kind switch
        {
            CurrentKind.Date => new($"DATE '{session.Now.UtcDateTime:yyyy-MM-dd}'", SqlType.Date),
            CurrentKind.Timestamp => new(Duck.Zoned(utc, "'UTC'"), new ZonedTimestampType(precision)),
            CurrentKind.LocalTimestamp => new(utc, new TimestampType(precision)),
            CurrentKind.LocalTime => new($"CAST({utc} AS TIME)", new TimeType(precision)),
            CurrentKind.Catalog => new(Duck.Text(session.Catalog), SqlType.Varchar),
            CurrentKind.Schema => new(Duck.Text(session.Database), SqlType.Varchar),
            _ => throw SqlException.NotSupported(current.At, $"{(current.Kind == CurrentKind.Time ? "current_time, a time with time zone," : "current_user")} is not supported"),
        };
    }
}
