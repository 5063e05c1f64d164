using Amazon.Athena;
using Amazon.Athena.Model;
using SakilaPortal.Api.Reports.Buffered;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>The reports as Athena keeps them: the named queries of the analysts' workgroup.</summary>
internal sealed class NamedQueries(IAmazonAthena athena)
{
    public const string WorkGroup = "sakila-analysts";
    public const string Database = "curatedzonedb";

    public async Task<IReadOnlyList<NamedQuery>> ListAsync(CancellationToken cancellationToken)
    {
        var queries = new List<NamedQuery>();
        var request = new ListNamedQueriesRequest { WorkGroup = WorkGroup, MaxResults = 50 };
        do
        {
            var page = await PageAsync(request, cancellationToken);
            if (page.NamedQueryIds is { Count: > 0 } ids)
                queries.AddRange((await athena.BatchGetNamedQueryAsync(new() { NamedQueryIds = ids }, cancellationToken)).NamedQueries);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return [.. queries.OrderBy(query => query.Name, StringComparer.OrdinalIgnoreCase)];
    }

    // Until the pipeline has set the workgroup up, which is its first work, there are no reports.
    private async Task<ListNamedQueriesResponse> PageAsync(ListNamedQueriesRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await athena.ListNamedQueriesAsync(request, cancellationToken);
        }
        catch (InvalidRequestException e) when (e.Message.Contains("not found", StringComparison.OrdinalIgnoreCase))
        {
            return new();
        }
    }

    /// <summary>Null when there is none of this id in the workgroup.</summary>
    public async Task<NamedQuery?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var query = (await athena.GetNamedQueryAsync(new() { NamedQueryId = id }, cancellationToken)).NamedQuery;
            return query.WorkGroup == WorkGroup ? query : null;
        }
        catch (InvalidRequestException)
        {
            return null;
        }
    }

    public async Task<string> CreateAsync(string name, string? description, string sql, CancellationToken cancellationToken) =>
        (await athena.CreateNamedQueryAsync(new()
        {
            Name = name,
            Description = description,
            QueryString = sql,
            Database = Database,
            WorkGroup = WorkGroup,
            ClientRequestToken = $"{Guid.NewGuid()}",
        }, cancellationToken)).NamedQueryId;

    public Task UpdateAsync(string id, string name, string? description, string sql, CancellationToken cancellationToken) =>
        athena.UpdateNamedQueryAsync(new() { NamedQueryId = id, Name = name, Description = description, QueryString = sql }, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => athena.DeleteNamedQueryAsync(new() { NamedQueryId = id }, cancellationToken);

    public static Report ToReport(NamedQuery query, bool withSql)
    {
        var text = ReportText.Parse(query.QueryString);
        var description = string.IsNullOrWhiteSpace(query.Description) ? text.Description : query.Description;
        return new(query.NamedQueryId, query.Name, description, query.Database, text.Parameters, text.Chart, withSql ? query.QueryString : null, text.Tags,
            ReadsEvents: BufferedSql.ReadsEvents(query.QueryString, query.Database));
    }
}
