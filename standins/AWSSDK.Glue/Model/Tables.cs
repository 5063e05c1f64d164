using Amazon.Runtime;

namespace Amazon.Glue.Model;

public class TableInput
{
    public string Name { get; set; }
    public string Description { get; set; }
    public string Owner { get; set; }
    public DateTime? LastAccessTime { get; set; }
    public DateTime? LastAnalyzedTime { get; set; }
    public int? Retention { get; set; }
    public StorageDescriptor StorageDescriptor { get; set; }
    public List<Column> PartitionKeys { get; set; }
    public string ViewOriginalText { get; set; }
    public string ViewExpandedText { get; set; }
    public string TableType { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
}

public class CreateTableRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public TableInput TableInput { get; set; }
}

public class CreateTableResponse : AmazonWebServiceResponse;

public class GetTableRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string Name { get; set; }
}

public class Table
{
    public string Name { get; set; }
    public string DatabaseName { get; set; }
    public string Description { get; set; }
    public string Owner { get; set; }
    public DateTime? CreateTime { get; set; }
    public DateTime? UpdateTime { get; set; }
    public DateTime? LastAccessTime { get; set; }
    public DateTime? LastAnalyzedTime { get; set; }
    public int? Retention { get; set; }
    public StorageDescriptor StorageDescriptor { get; set; }
    public List<Column> PartitionKeys { get; set; }
    public string ViewOriginalText { get; set; }
    public string ViewExpandedText { get; set; }
    public string TableType { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public string CreatedBy { get; set; }
    public bool? IsRegisteredWithLakeFormation { get; set; }
    public string CatalogId { get; set; }
    public string VersionId { get; set; }
}

public class GetTableResponse : AmazonWebServiceResponse
{
    public Table Table { get; set; }
}

public class GetTablesRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string Expression { get; set; }
    public string NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class GetTablesResponse : AmazonWebServiceResponse
{
    public List<Table> TableList { get; set; }
    public string NextToken { get; set; }
}

public class UpdateTableRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public TableInput TableInput { get; set; }
    public bool? SkipArchive { get; set; }
    public string VersionId { get; set; }
}

public class UpdateTableResponse : AmazonWebServiceResponse;

public class DeleteTableRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string Name { get; set; }
}

public class DeleteTableResponse : AmazonWebServiceResponse;

public class GetTableVersionsRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string TableName { get; set; }
    public string NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class TableVersion
{
    public Table Table { get; set; }
    public string VersionId { get; set; }
}

public class GetTableVersionsResponse : AmazonWebServiceResponse
{
    public List<TableVersion> TableVersions { get; set; }
    public string NextToken { get; set; }
}
