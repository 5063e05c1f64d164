using DuckDB.NET.Data;

namespace SakilaPortal.LocalAws.Athena.Engine;

/// <summary>Floating numbers as text, which DuckDB writes in another way than Trino.</summary>
internal static class NumberFunctions
{
    public static void Register(DuckDBConnection connection)
    {
        connection.RegisterScalarFunction<double?, string?>("double_shown", value => value is { } number ? Shown(number, number.ToString("R")) : null);
        connection.RegisterScalarFunction<float?, string?>("real_shown", value => value is { } number ? Shown(number, number.ToString("R")) : null);
        connection.RegisterScalarFunction<double?, string?>("double_to_varchar", value => value is { } number ? Scientific(number, number.ToString("R")) : null);
        connection.RegisterScalarFunction<float?, string?>("real_to_varchar", value => value is { } number ? Scientific(number, number.ToString("R")) : null);
    }

    /// <summary>As Java's Double.toString, which is how Athena prints results: plain from a thousandth to ten million.</summary>
    internal static string Shown(double value, string shortest)
    {
        if (!double.IsFinite(value) || value == 0) return Special(value) ?? (double.IsNegative(value) ? "-0.0" : "0.0");
        var (sign, digits, exponent) = Parts(shortest);
        if (exponent is < -3 or >= 7) return $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
        if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        var whole = digits.Length > exponent + 1 ? digits[..(exponent + 1)] : digits.PadRight(exponent + 1, '0');
        return $"{sign}{whole}.{(digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0")}";
    }

    /// <summary>As Trino casts to varchar: always with an exponent, 1.2345E2.</summary>
    internal static string Scientific(double value, string shortest)
    {
        if (!double.IsFinite(value) || value == 0) return Special(value) ?? (double.IsNegative(value) ? "-0E0" : "0E0");
        var (sign, digits, exponent) = Parts(shortest);
        return $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
    }

    private static string? Special(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => null,
    };

    /// <summary>The digits without leading or trailing zeros, and the power of ten of the first.</summary>
    private static (string Sign, string Digits, int Exponent) Parts(string shortest)
    {
        var sign = shortest.StartsWith('-') ? "-" : "";
        var mantissaAndExponent = shortest.TrimStart('-').Split('E');
        var parts = mantissaAndExponent[0].Split('.');
        var all = string.Concat(parts);
        var leading = all.Length - all.TrimStart('0').Length;
        var exponent = parts[0].Length - 1 - leading + (mantissaAndExponent.Length > 1 ? int.Parse(mantissaAndExponent[1]) : 0);
        return (sign, all.Trim('0'), exponent);
    }
}
