namespace SakilaPortal.LocalAws.Glue;

// The requests and responses of https://docs.aws.amazon.com/glue/latest/webapi/API_Operations.html that are served here.

internal sealed record CreateDatabaseRequest { public required DatabaseInput DatabaseInput { get; init; } }
internal sealed record GetDatabaseRequest { public required string Name { get; init; } }
internal sealed record GetDatabaseResponse(Database Database);
internal sealed record GetDatabasesRequest(string? NextToken, int? MaxResults);
internal sealed record GetDatabasesResponse(List<Database> DatabaseList, string? NextToken);

internal sealed record UpdateDatabaseRequest
{
    public required string Name { get; init; }
    public required DatabaseInput DatabaseInput { get; init; }
}

internal sealed record CreateTableRequest
{
    public required string DatabaseName { get; init; }
    public required TableInput TableInput { get; init; }
}

internal sealed record UpdateTableRequest
{
    public required string DatabaseName { get; init; }
    public required TableInput TableInput { get; init; }
    public bool? SkipArchive { get; init; }
    public string? VersionId { get; init; }
}

internal sealed record TableNameRequest
{
    public required string DatabaseName { get; init; }
    public required string Name { get; init; }
}

internal sealed record GetTableResponse(Table Table);

internal sealed record GetTablesRequest
{
    public required string DatabaseName { get; init; }
    public string? Expression { get; init; }
    public string? NextToken { get; init; }
    public int? MaxResults { get; init; }
}

internal sealed record GetTablesResponse(List<Table> TableList, string? NextToken);

internal sealed record GetTableVersionsRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public string? NextToken { get; init; }
    public int? MaxResults { get; init; }
}

internal sealed record TableVersion(Table Table, string VersionId);
internal sealed record GetTableVersionsResponse(List<TableVersion> TableVersions, string? NextToken);

internal sealed record ErrorDetail(string ErrorCode, string ErrorMessage);
internal sealed record PartitionError(List<string> PartitionValues, ErrorDetail ErrorDetail);
internal sealed record PartitionValueList { public required List<string> Values { get; init; } }
internal sealed record PartitionErrors(List<PartitionError> Errors);

internal sealed record CreatePartitionRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public required PartitionInput PartitionInput { get; init; }
}

internal sealed record BatchCreatePartitionRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public required List<PartitionInput> PartitionInputList { get; init; }
}

internal sealed record PartitionRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public required List<string> PartitionValues { get; init; }
}

internal sealed record GetPartitionResponse(Partition Partition);

internal sealed record UpdatePartitionRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public required List<string> PartitionValueList { get; init; }
    public required PartitionInput PartitionInput { get; init; }
}

internal sealed record BatchUpdateEntry
{
    public required List<string> PartitionValueList { get; init; }
    public required PartitionInput PartitionInput { get; init; }
}

internal sealed record BatchUpdatePartitionRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public required List<BatchUpdateEntry> Entries { get; init; }
}

internal sealed record BatchUpdateFailure(List<string> PartitionValueList, ErrorDetail ErrorDetail);
internal sealed record BatchUpdateFailures(List<BatchUpdateFailure> Errors);

internal sealed record BatchDeletePartitionRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public required List<PartitionValueList> PartitionsToDelete { get; init; }
}

internal sealed record BatchGetPartitionRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public required List<PartitionValueList> PartitionsToGet { get; init; }
}

internal sealed record BatchGetPartitionResponse(List<Partition> Partitions, List<PartitionValueList> UnprocessedKeys);

internal sealed record GetPartitionsRequest
{
    public required string DatabaseName { get; init; }
    public required string TableName { get; init; }
    public string? Expression { get; init; }
    public bool? ExcludeColumnSchema { get; init; }
    public string? NextToken { get; init; }
    public int? MaxResults { get; init; }
}

internal sealed record GetPartitionsResponse(List<Partition> Partitions, string? NextToken);
