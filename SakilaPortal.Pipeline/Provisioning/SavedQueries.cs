using Amazon.Athena;
using Amazon.Athena.Model;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Provisioning;

/// <summary>The reports that the portal ships, as named queries. One whose name exists stays as a person may have changed it.</summary>
internal sealed class SavedQueries(IAmazonAthena athena)
{
    private static readonly (string Name, string Description)[] Shipped =
    [
        ("Overall-Top-Streaming-Categories", "Which film categories are streamed most, over all partners and all time."),
        ("Overall-Top-Streaming-States", "Which states stream most, over all partners and all time."),
    ];

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var known = await NamesAsync(cancellationToken);
        foreach (var (name, description) in Shipped.Where(query => !known.Contains(query.Name)))
            await athena.CreateNamedQueryAsync(new()
            {
                Name = name,
                Description = description,
                Database = Databases.Curated,
                WorkGroup = WorkGroups.Analysts,
                QueryString = EmbeddedSql.Read($"Provisioning/{name}.sql"),
            }, cancellationToken);
    }

    private async Task<HashSet<string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>();
        var request = new ListNamedQueriesRequest { WorkGroup = WorkGroups.Analysts };
        do
        {
            var page = await athena.ListNamedQueriesAsync(request, cancellationToken);
            // BatchGetNamedQuery takes at most 50 ids, which is also a page's default length.
            if (page.NamedQueryIds is { Count: > 0 } ids)
                names.UnionWith((await athena.BatchGetNamedQueryAsync(new() { NamedQueryIds = ids }, cancellationToken)).NamedQueries.Select(query => query.Name));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return names;
    }
}
