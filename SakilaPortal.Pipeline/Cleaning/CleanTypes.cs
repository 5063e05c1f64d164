using SakilaPortal.Pipeline.Replication;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>The lake's type for each of MySQL's: wide enough for every value, and decimals stay decimals.</summary>
internal static class CleanTypes
{
    /// <summary>Athena's name of the type, as the catalogue holds it.</summary>
    public static string Athena(SourceColumn column) => column.DataType switch
    {
        "tinyint" => column.IsUnsigned ? "smallint" : "tinyint",
        "smallint" => column.IsUnsigned ? "int" : "smallint",
        "mediumint" or "year" => "int",
        "int" => column.IsUnsigned ? "bigint" : "int",
        "bigint" => column.IsUnsigned ? "decimal(20,0)" : "bigint",
        "bit" => "decimal(20,0)",
        "decimal" when column.Precision <= 38 => $"decimal({column.Precision},{column.Scale})",
        "float" => "float",
        "double" => "double",
        "date" => "date",
        "datetime" or "timestamp" => "timestamp",
        _ when column.IsBinary => "binary",
        _ => "string",
    };

    /// <summary>DuckDB's name of the same type.</summary>
    public static string DuckDb(SourceColumn column) => KeyOrder.DuckDbType(Athena(column));

    public static IReadOnlyList<Column> Columns(SourceTable table) =>
        [.. table.Columns.Select(column => new Column { Name = column.Name, Type = Athena(column) })];
}
