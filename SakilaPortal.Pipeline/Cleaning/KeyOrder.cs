using static SakilaPortal.Pipeline.Cleaning.CleanDatabase;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>The columns of a table that is kept as files in the order of its key.</summary>
/// <param name="Columns">In Athena's types.</param>
/// <param name="Key">The first one gives the order, if it is a whole number; else the table is one file.</param>
internal sealed record KeyOrder(IReadOnlyList<Column> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The columns as DuckDB declares them.</summary>
    public string Declared { get; } = string.Join(", ", Columns.Select(column => $"{Name(column.Name)} {DuckDbType(column.Type)}"));

    public string Keys { get; } = string.Join(", ", Key.Select(Name));

    /// <summary>What rows are ordered by, as BIGINT.</summary>
    public string Order { get; } = Columns.Single(column => column.Name == Key[0]).Type is "tinyint" or "smallint" or "int" or "bigint"
        ? $"CAST({Name(Key[0])} AS BIGINT)" : "CAST(0 AS BIGINT)";

    public static string DuckDbType(string athenaType) => athenaType switch
    {
        "string" => "VARCHAR",
        "binary" => "BLOB",
        _ => athenaType,
    };
}
