using Amazon.Runtime;

namespace Amazon.Athena.Model;

public class GetQueryResultsRequest : AmazonAthenaRequest
{
    public string QueryExecutionId { get; set; }
    public string NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class Datum
{
    public string VarCharValue { get; set; }
}

public class Row
{
    public List<Datum> Data { get; set; }
}

public class ColumnInfo
{
    public string CatalogName { get; set; }
    public string SchemaName { get; set; }
    public string TableName { get; set; }
    public string Name { get; set; }
    public string Label { get; set; }
    public string Type { get; set; }
    public int? Precision { get; set; }
    public int? Scale { get; set; }
    public ColumnNullable Nullable { get; set; }
    public bool? CaseSensitive { get; set; }
}

public class ResultSetMetadata
{
    public List<ColumnInfo> ColumnInfo { get; set; }
}

public class ResultSet
{
    public List<Row> Rows { get; set; }
    public ResultSetMetadata ResultSetMetadata { get; set; }
}

public class GetQueryResultsResponse : AmazonWebServiceResponse
{
    public long? UpdateCount { get; set; }
    public ResultSet ResultSet { get; set; }
    public string NextToken { get; set; }
}
