namespace SakilaPortal.LocalAws.Athena.Results;

// https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html
internal sealed record GetQueryResultsRequest(int? MaxResults, string? NextToken)
{
    public required string QueryExecutionId { get; init; }
}

internal sealed record GetQueryResultsResponse(ResultSet ResultSet, string? NextToken, long? UpdateCount);

internal sealed record ResultSet(List<Row> Rows, ResultSetMetadata ResultSetMetadata);

internal sealed record ResultSetMetadata(List<ColumnInfo> ColumnInfo);

internal sealed record Row(List<Datum> Data);

internal sealed record Datum(string? VarCharValue);

internal sealed record ColumnInfo(string Name, string Label, string Type, int Precision, int Scale, bool CaseSensitive)
{
    public string CatalogName { get; init; } = "hive";
    public string SchemaName { get; init; } = "";
    public string TableName { get; init; } = "";
    public string Nullable { get; init; } = "UNKNOWN";
}
