using Amazon.Glue;
using Amazon.Glue.Model;

namespace SakilaPortal.Api.Lake;

/// <summary>What the Glue catalogue holds of the lake.</summary>
internal sealed class GlueTables(IAmazonGlue glue)
{
    public static readonly IReadOnlyList<string> Zones = ["landingzonedb", "cleanzonedb", "curatedzonedb"];

    /// <summary>The tables of a database; none where the database is still to be made.</summary>
    public async Task<IReadOnlyList<Table>> ListAsync(string database, CancellationToken cancellationToken)
    {
        var tables = new List<Table>();
        var request = new GetTablesRequest { DatabaseName = database };
        try
        {
            do
            {
                var page = await glue.GetTablesAsync(request, cancellationToken);
                tables.AddRange(page.TableList ?? []);
                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }
        catch (EntityNotFoundException)
        {
        }
        return tables;
    }

    public async Task<Table?> FindAsync(string database, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await glue.GetTableAsync(new() { DatabaseName = database, Name = name }, cancellationToken)).Table;
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
    }
}
