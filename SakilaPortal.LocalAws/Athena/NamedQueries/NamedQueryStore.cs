using SakilaPortal.LocalAws.Athena.WorkGroups;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Athena.NamedQueries;

/// <summary>The saved queries. Rules: https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateNamedQuery.html.</summary>
internal sealed class NamedQueryStore(string folder, WorkGroupStore workGroups) : IResettable
{
    private const int LongestQuery = 262_144;
    private readonly JsonShelf<NamedQuery> shelf = new(folder);
    private readonly Lock writing = new();

    /// <summary>The queries of a workgroup, ordered by id.</summary>
    public IEnumerable<NamedQuery> Of(string? workGroup)
    {
        var name = workGroups.Get(workGroup).Name;
        return shelf.All.Where(query => query.WorkGroup == name).OrderBy(query => query.NamedQueryId, StringComparer.Ordinal);
    }

    public NamedQuery? Find(string id) => shelf.Find(id) is { } query ? query with { Token = null } : null;

    /// <exception cref="AwsException">There is none of the id.</exception>
    public NamedQuery Get(string id) => Find(id) ?? throw NotFound(id);

    /// <summary>Saves a query; the same client request token again is answered with the query that it made.</summary>
    public string Create(CreateNamedQueryRequest request)
    {
        Check(request.Name, request.QueryString);
        var workGroup = workGroups.Get(request.WorkGroup).Name;
        lock (writing)
        {
            if (request.ClientRequestToken is { } token && shelf.All.FirstOrDefault(query => query.Token == token) is { } made)
                return made.QueryString == request.QueryString && made.Name == request.Name
                    ? made.NamedQueryId
                    : throw new AwsException("InvalidRequestException", "Idempotent parameters do not match: the ClientRequestToken belongs to another query.");
            var id = Guid.CreateVersion7().ToString();
            shelf.Put(id, new NamedQuery(request.Name, request.Description, request.Database, request.QueryString, id, workGroup, request.ClientRequestToken));
            return id;
        }
    }

    public void Update(UpdateNamedQueryRequest request)
    {
        Check(request.Name, request.QueryString);
        lock (writing)
        {
            var query = shelf.Find(request.NamedQueryId) ?? throw NotFound(request.NamedQueryId);
            shelf.Put(query.NamedQueryId, query with
            {
                Name = request.Name, QueryString = request.QueryString, Description = request.Description ?? query.Description,
            });
        }
    }

    public void Delete(string id)
    {
        if (!shelf.Remove(id)) throw NotFound(id);
    }

    public void Reset() => shelf.Clear();

    private static void Check(string name, string query)
    {
        if (name.Length is 0 or > 128) throw new AwsException("InvalidRequestException", "A named query's name has 1 to 128 characters.");
        if (query.Length is 0 or > LongestQuery) throw new AwsException("InvalidRequestException", $"A named query's text has 1 to {LongestQuery} characters.");
    }

    private static AwsException NotFound(string id) => new("InvalidRequestException", $"Named query {id} is not found.");
}
