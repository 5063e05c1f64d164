using Amazon.Runtime;

namespace Amazon.Athena.Model;

public class CreateNamedQueryRequest : AmazonAthenaRequest
{
    public string Name { get; set; }
    public string Description { get; set; }
    public string Database { get; set; }
    public string QueryString { get; set; }
    public string ClientRequestToken { get; set; }
    public string WorkGroup { get; set; }
}

public class CreateNamedQueryResponse : AmazonWebServiceResponse
{
    public string NamedQueryId { get; set; }
}

public class GetNamedQueryRequest : AmazonAthenaRequest
{
    public string NamedQueryId { get; set; }
}

public class NamedQuery
{
    public string Name { get; set; }
    public string Description { get; set; }
    public string Database { get; set; }
    public string QueryString { get; set; }
    public string NamedQueryId { get; set; }
    public string WorkGroup { get; set; }
}

public class GetNamedQueryResponse : AmazonWebServiceResponse
{
    public NamedQuery NamedQuery { get; set; }
}

public class BatchGetNamedQueryRequest : AmazonAthenaRequest
{
    public List<string> NamedQueryIds { get; set; }
}

public class UnprocessedNamedQueryId
{
    public string NamedQueryId { get; set; }
    public string ErrorCode { get; set; }
    public string ErrorMessage { get; set; }
}

public class BatchGetNamedQueryResponse : AmazonWebServiceResponse
{
    public List<NamedQuery> NamedQueries { get; set; }
    public List<UnprocessedNamedQueryId> UnprocessedNamedQueryIds { get; set; }
}

public class ListNamedQueriesRequest : AmazonAthenaRequest
{
    public string NextToken { get; set; }
    public int? MaxResults { get; set; }
    public string WorkGroup { get; set; }
}

public class ListNamedQueriesResponse : AmazonWebServiceResponse
{
    public List<string> NamedQueryIds { get; set; }
    public string NextToken { get; set; }
}

public class UpdateNamedQueryRequest : AmazonAthenaRequest
{
    public string NamedQueryId { get; set; }
    public string Name { get; set; }
    public string Description { get; set; }
    public string QueryString { get; set; }
}

public class UpdateNamedQueryResponse : AmazonWebServiceResponse;

public class DeleteNamedQueryRequest : AmazonAthenaRequest
{
    public string NamedQueryId { get; set; }
}

public class DeleteNamedQueryResponse : AmazonWebServiceResponse;
