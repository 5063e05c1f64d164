using SakilaPortal.LocalAws.Athena.NamedQueries;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Athena;

internal sealed partial class AthenaService
{
    private void RegisterNamedQueries()
    {
        On<CreateNamedQueryRequest, CreateNamedQueryResponse>("CreateNamedQuery", request => new(namedQueries.Create(request)));
        On<UpdateNamedQueryRequest, Empty>("UpdateNamedQuery", request => Done(() => namedQueries.Update(request)));
        On<NamedQueryIdRequest, Empty>("DeleteNamedQuery", request => Done(() => namedQueries.Delete(request.NamedQueryId)));
        On<NamedQueryIdRequest, GetNamedQueryResponse>("GetNamedQuery", request => new(namedQueries.Get(request.NamedQueryId)));
        On<ListNamedQueriesRequest, ListNamedQueriesResponse>("ListNamedQueries", ListNamedQueries);
        On<BatchGetNamedQueryRequest, BatchGetNamedQueryResponse>("BatchGetNamedQuery", BatchGetNamedQuery);
    }

    private ListNamedQueriesResponse ListNamedQueries(ListNamedQueriesRequest request)
    {
        var (items, token) = Page.Take(namedQueries.Of(request.WorkGroup), query => query.NamedQueryId,
            request.NextToken, request.MaxResults, PageLimit, "InvalidRequestException");
        return new([.. items.Select(query => query.NamedQueryId)], token);
    }

    private BatchGetNamedQueryResponse BatchGetNamedQuery(BatchGetNamedQueryRequest request)
    {
        var found = request.NamedQueryIds.Select(namedQueries.Find).OfType<NamedQuery>().ToList();
        var missing = request.NamedQueryIds.Except(found.Select(query => query.NamedQueryId))
            .Select(id => new UnprocessedNamedQueryId(id, "INVALID_REQUEST", $"Named query {id} is not found."));
        return new(found, [.. missing]);
    }
}
