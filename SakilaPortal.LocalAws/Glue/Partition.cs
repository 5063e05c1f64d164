namespace SakilaPortal.LocalAws.Glue;

internal record PartitionInput
{
    /// <summary>One value for each partition key of the table, in their order.</summary>
    public required List<string> Values { get; init; }
    public DateTimeOffset? LastAccessTime { get; init; }
    public DateTimeOffset? LastAnalyzedTime { get; init; }
    public StorageDescriptor? StorageDescriptor { get; init; }
    public Dictionary<string, string>? Parameters { get; init; }
}

internal sealed record Partition : PartitionInput
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public DateTimeOffset CreationTime { get; init; }
    public string? CatalogId { get; init; }
}
