using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Syntax.ArithmeticOperator;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Numbers in Trino: integers divide to integers, decimals keep to rules of their own, and zero divides no exact number.</summary>
internal static class NumberArithmetic
{
    public static string Sign(ArithmeticOperator operation) => operation switch { Add => "+", Subtract => "-", Multiply => "*", Divide => "/", _ => "%" };

    public static Typed? Write(Arithmetic arithmetic, Typed left, Typed right)
    {
        if (!Coercion.IsNumeric(left.Type) || !Coercion.IsNumeric(right.Type)) return null;
        var common = Coercion.Common(left.Type, right.Type)!;
        if (common is DecimalType) return Decimal(arithmetic, left, right);
        var (a, b) = (Casts.Implicit(left, common), Casts.Implicit(right, common));
        return arithmetic.Operator switch
        {
            Divide or Modulus when Coercion.IsInteger(common) =>
                new($"({a} {(arithmetic.Operator == Divide ? "//" : "%")} {NotZero(b, common, arithmetic.Right)})", common),
            Modulus => new($"fmod({a}, {b})", common),
            var other => new($"({a} {Sign(other)} {b})", common),
        };
    }

    /// <summary>DuckDB answers null to a division by zero; Trino fails.</summary>
    private static string NotZero(string divisor, SqlType type, Expression written) =>
        written is IntegerLiteral or DecimalLiteral && divisor.Any(digit => digit is >= '1' and <= '9') && !IsZero(written)
            ? divisor
            : $"(CASE WHEN {divisor} = 0 THEN {Duck.Fail("DIVISION_BY_ZERO: Division by zero", type)} ELSE {divisor} END)";

    private static bool IsZero(Expression written) =>
        (written as IntegerLiteral)?.Digits.All(digit => digit == '0') ?? ((DecimalLiteral)written).Text.All(digit => digit is '0' or '.');

    // Precision and scale: https://trino.io/docs/current/functions/decimal.html#binary-arithmetic-decimal-operators
    private static Typed Decimal(Arithmetic arithmetic, Typed left, Typed right)
    {
        var (x, y) = (Coercion.AsDecimal(left.Type), Coercion.AsDecimal(right.Type));
        var (a, b) = (Casts.Implicit(left, x), Casts.Implicit(right, y));
        var scale = Math.Max(x.Scale, y.Scale);
        switch (arithmetic.Operator)
        {
            case Add or Subtract:
                var sum = Limited(Math.Max(x.Precision - x.Scale, y.Precision - y.Scale) + scale + 1, scale);
                return new(Duck.Cast($"({Duck.Cast(a, sum)} {Sign(arithmetic.Operator)} {Duck.Cast(b, sum)})", sum), sum);
            case Multiply:
                if (x.Scale + y.Scale > DecimalType.MaxPrecision)
                    throw SqlException.TypeMismatch(arithmetic.At, $"DECIMAL scale must be in range [0, precision (38)]: {x.Scale + y.Scale}");
                var product = Limited(x.Precision + y.Precision, x.Scale + y.Scale);
                return new(Duck.Cast($"({a} * {b})", product), product);
            case Divide:
                var quotient = Limited(x.Precision + y.Scale + Math.Max(y.Scale - x.Scale, 0), scale);
                return new(Quotient(a, x, NotZero(b, y, arithmetic.Right), y, quotient), quotient);
            default:
                var rest = Limited(Math.Min(x.Precision - x.Scale, y.Precision - y.Scale) + scale, scale);
                return new(Duck.Cast($"({a} % {NotZero(b, y, arithmetic.Right)})", rest), rest);
        }
    }

    private static DecimalType Limited(int precision, int scale) => new(Math.Min(DecimalType.MaxPrecision, precision), scale);

    /// <summary>DuckDB divides decimals as floating numbers; here their digits are divided as integers, halves rounded away from zero.</summary>
    public static string Quotient(string a, DecimalType x, string b, DecimalType y, DecimalType result)
    {
        var shift = result.Scale + y.Scale - x.Scale;
        // Integers of 64 bits are divided ten times as fast as those of 128, where they have room for twice the numbers.
        var integer = Math.Max(x.Precision + shift, y.Precision) < 18 ? "BIGINT" : "HUGEINT";
        var quotient = $"divide_rounded({Digits(a, x.Scale, integer)} * {Whole(Duck.Power(shift), integer)}, {Digits(b, y.Scale, integer)})";
        return Duck.Cast(result.Scale == 0 ? quotient : $"({quotient} * {Duck.Power(-result.Scale)})", result);
    }

    /// <summary>A decimal's digits as an integer.</summary>
    public static string Digits(string value, int scale, string integer = "HUGEINT") =>
        Whole(scale == 0 ? value : $"{value} * {Duck.Power(scale)}", integer);

    public static string Whole(string value, string integer = "HUGEINT") => $"CAST({value} AS {integer})";
}
