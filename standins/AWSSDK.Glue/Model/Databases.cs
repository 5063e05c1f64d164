using Amazon.Runtime;

namespace Amazon.Glue.Model;

public class DatabaseInput
{
    public string Name { get; set; }
    public string Description { get; set; }
    public string LocationUri { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
}

public class CreateDatabaseRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public DatabaseInput DatabaseInput { get; set; }
}

public class CreateDatabaseResponse : AmazonWebServiceResponse;

public class GetDatabaseRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string Name { get; set; }
}

public class Database
{
    public string Name { get; set; }
    public string Description { get; set; }
    public string LocationUri { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public DateTime? CreateTime { get; set; }
    public string CatalogId { get; set; }
}

public class GetDatabaseResponse : AmazonWebServiceResponse
{
    public Database Database { get; set; }
}

public class GetDatabasesRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class GetDatabasesResponse : AmazonWebServiceResponse
{
    public List<Database> DatabaseList { get; set; }
    public string NextToken { get; set; }
}

public class UpdateDatabaseRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string Name { get; set; }
    public DatabaseInput DatabaseInput { get; set; }
}

public class UpdateDatabaseResponse : AmazonWebServiceResponse;

public class DeleteDatabaseRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string Name { get; set; }
}

public class DeleteDatabaseResponse : AmazonWebServiceResponse;
