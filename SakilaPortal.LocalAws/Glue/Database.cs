namespace SakilaPortal.LocalAws.Glue;

internal record DatabaseInput
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public string? LocationUri { get; init; }
    public Dictionary<string, string>? Parameters { get; init; }
}

internal sealed record Database : DatabaseInput
{
    public DateTimeOffset CreateTime { get; init; }
    public string? CatalogId { get; init; }
}
