using Amazon.Glue;
using Amazon.Glue.Model;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake;

/// <summary>What the Glue catalogue holds of the lake.</summary>
internal sealed class GlueTables(IAmazonGlue glue)
{
    public const string Landing = "landingzonedb";
    public static readonly IReadOnlyList<string> Zones = [Landing, "cleanzonedb", "curatedzonedb"];
    public const int MostPartitions = 1000;

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

    /// <summary>Where the partitions of a table lie; the first thousand.</summary>
    public async Task<IReadOnlyList<LakePartition>> PartitionsAsync(string database, string name, CancellationToken cancellationToken)
    {
        var partitions = new List<LakePartition>();
        var request = new GetPartitionsRequest { DatabaseName = database, TableName = name };
        do
        {
            var page = await glue.GetPartitionsAsync(request, cancellationToken);
            partitions.AddRange((page.Partitions ?? []).Select(partition => new LakePartition(partition.Values, partition.StorageDescriptor?.Location)));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken) && partitions.Count < MostPartitions);
        return partitions;
    }
}
