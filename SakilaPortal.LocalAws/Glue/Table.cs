namespace SakilaPortal.LocalAws.Glue;

internal record TableInput
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset? LastAccessTime { get; init; }
    public DateTimeOffset? LastAnalyzedTime { get; init; }
    public int? Retention { get; init; }
    public StorageDescriptor? StorageDescriptor { get; init; }
    public List<Column>? PartitionKeys { get; init; }
    public string? ViewOriginalText { get; init; }
    public string? ViewExpandedText { get; init; }
    public string? TableType { get; init; }
    public Dictionary<string, string>? Parameters { get; init; }
}

internal sealed record Table : TableInput
{
    public required string DatabaseName { get; init; }
    public DateTimeOffset CreateTime { get; init; }
    public DateTimeOffset UpdateTime { get; init; }
    public string? CreatedBy { get; init; }
    public bool IsRegisteredWithLakeFormation { get; init; }
    public string? CatalogId { get; init; }
    public required string VersionId { get; init; }
}
