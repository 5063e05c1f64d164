namespace SakilaPortal.Pipeline.Replication;

/// <summary>A base table of <c>sakila</c> as MySQL's information_schema describes it.</summary>
internal sealed record SourceTable(string Name, IReadOnlyList<SourceColumn> Columns, IReadOnlyList<string> Key)
{
    public const string LastUpdate = "last_update";

    /// <summary>Foreign keys that MySQL follows by changing rows of this table, or that it sets to NULL.</summary>
    public IReadOnlyList<SourceReference> References { get; init; } = [];

    public bool HasLastUpdate => Columns.Any(column => column.Name == LastUpdate);

    public SourceColumn Column(string name) => Columns.First(column => column.Name == name);
}

/// <param name="Column">Of the table that refers.</param>
/// <param name="Table">What it refers to, by its primary key.</param>
internal sealed record SourceReference(string Column, string Table);

/// <param name="DataType">Without size, as <c>decimal</c>.</param>
/// <param name="ColumnType">In full, as <c>decimal(5,2) unsigned</c>.</param>
internal sealed record SourceColumn(string Name, string DataType, string ColumnType, int Precision, int Scale)
{
    public bool IsUnsigned => ColumnType.Contains("unsigned", StringComparison.Ordinal);

    public bool IsBinary => DataType is "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob";

    /// <summary>Tables may be kept in the order of such a key.</summary>
    public bool IsWholeNumber => DataType is "tinyint" or "smallint" or "mediumint" or "int" or "bigint";
}
