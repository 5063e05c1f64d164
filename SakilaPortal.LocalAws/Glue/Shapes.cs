namespace SakilaPortal.LocalAws.Glue;

internal sealed record Column
{
    public required string Name { get; init; }
    public string? Type { get; init; }
    public string? Comment { get; init; }
    public Dictionary<string, string>? Parameters { get; init; }
}

internal sealed record SerDeInfo
{
    public string? Name { get; init; }
    public string? SerializationLibrary { get; init; }
    public Dictionary<string, string>? Parameters { get; init; }
}

internal sealed record Order
{
    public required string Column { get; init; }
    public int SortOrder { get; init; }
}

internal sealed record SkewedInfo
{
    public List<string>? SkewedColumnNames { get; init; }
    public List<string>? SkewedColumnValues { get; init; }
    public Dictionary<string, string>? SkewedColumnValueLocationMaps { get; init; }
}

/// <summary>Where the files of a table or partition are, and how they are read.</summary>
internal sealed record StorageDescriptor
{
    public List<Column>? Columns { get; init; }
    public string? Location { get; init; }
    public List<string>? AdditionalLocations { get; init; }
    public string? InputFormat { get; init; }
    public string? OutputFormat { get; init; }
    public bool? Compressed { get; init; }
    public int? NumberOfBuckets { get; init; }
    public SerDeInfo? SerdeInfo { get; init; }
    public List<string>? BucketColumns { get; init; }
    public List<Order>? SortColumns { get; init; }
    public Dictionary<string, string>? Parameters { get; init; }
    public SkewedInfo? SkewedInfo { get; init; }
    public bool? StoredAsSubDirectories { get; init; }
}
