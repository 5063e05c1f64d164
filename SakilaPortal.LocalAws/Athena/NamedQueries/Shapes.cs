namespace SakilaPortal.LocalAws.Athena.NamedQueries;

// https://docs.aws.amazon.com/athena/latest/APIReference/API_NamedQuery.html
internal sealed record NamedQuery(string Name, string? Description, string Database, string QueryString, string NamedQueryId, string WorkGroup, string? Token = null);

internal sealed record CreateNamedQueryRequest(string? Description, string? ClientRequestToken, string? WorkGroup)
{
    public required string Name { get; init; }
    public required string Database { get; init; }
    public required string QueryString { get; init; }
}

internal sealed record UpdateNamedQueryRequest(string? Description)
{
    public required string NamedQueryId { get; init; }
    public required string Name { get; init; }
    public required string QueryString { get; init; }
}

internal sealed record NamedQueryIdRequest
{
    public required string NamedQueryId { get; init; }
}

internal sealed record CreateNamedQueryResponse(string NamedQueryId);

internal sealed record GetNamedQueryResponse(NamedQuery NamedQuery);

internal sealed record ListNamedQueriesRequest(int? MaxResults, string? NextToken, string? WorkGroup);

internal sealed record ListNamedQueriesResponse(List<string> NamedQueryIds, string? NextToken);

internal sealed record BatchGetNamedQueryRequest
{
    public required List<string> NamedQueryIds { get; init; }
}

internal sealed record BatchGetNamedQueryResponse(List<NamedQuery> NamedQueries, List<UnprocessedNamedQueryId> UnprocessedNamedQueryIds);

internal sealed record UnprocessedNamedQueryId(string NamedQueryId, string ErrorCode, string ErrorMessage);
