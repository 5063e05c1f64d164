using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Pieces of DuckDB's SQL.</summary>
internal static class Duck
{
    public static string Text(string value) => $"'{value.Replace("'", "''")}'";

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    public static string Cast(string sql, SqlType type) => $"CAST({sql} AS {type.Duck})";

    /// <summary>
    /// Fails with a constant text when it is evaluated. A cast that cannot succeed is used, not error(): DuckDB takes error() for
    /// volatile, so that it would neither stand within TRY nor let filters move past it.
    /// </summary>
    public static string Fail(string message, SqlType type) => FailWith(Text(message), type);

    /// <summary>Fails with a text that DuckDB computes.</summary>
    public static string FailWith(string messageSql, SqlType type) => $"CAST(CAST({messageSql} AS INTEGER) AS {type.Duck})";

    /// <summary>A power of ten, from 10^-38 on, as a decimal that holds no more.</summary>
    public static string Power(int exponent) => exponent >= 0
        ? Cast($"'1{new string('0', exponent)}'", new DecimalType(Math.Min(exponent + 1, DecimalType.MaxPrecision), 0))
        : Cast($"'0.{new string('0', -exponent - 1)}1'", new DecimalType(-exponent, -exponent));

    /// <summary>The wall clock of a zoned timestamp, in its own zone.</summary>
    public static string LocalTime(string zoned) => $"zoned_local({zoned})";

    /// <summary>A zoned timestamp of a UTC time and a zone.</summary>
    public static string Zoned(string utc, string zone) => $"zoned({utc}, {zone})";
}
