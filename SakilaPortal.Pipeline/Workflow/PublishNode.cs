using Dapper;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Transforms;
using SakilaPortal.Pipeline.Transforms.Star;
using SakilaPortal.Pipeline.Vendor;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>
/// The last step: sees that the catalogue shows of each table what the books say is its newest version. A crash between the two leaves the
/// catalogue ahead; as a rule the next run makes that version again, but where its cause is gone by then, this points it back.
/// </summary>
internal sealed class PublishNode(MySqlDataSource database, GlueCatalog catalog) : INode
{
    public string Name => "publish";
    public IReadOnlyList<string> After => [StreamingFilmsNode.NodeName, FactNode.NodeName, VendorNode.NodeName, ViewingNode.NodeName];

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        if (!run.Run.IsWritten && !run.Run.IsAfterTrouble)
            return;
        foreach (var published in await NewestAsync(run.Run, cancellationToken))
        {
            var table = await catalog.FindAsync(published.DatabaseName, published.TableName, cancellationToken);
            if (table is not null && table.StorageDescriptor.Location != published.Location)
            {
                await run.FoundWorkAsync(cancellationToken);
                var columns = table.StorageDescriptor.Columns;
                await catalog.PointAsync(new(published.DatabaseName, published.TableName, "", "", columns), published.Location, published.Version, cancellationToken);
            }
            if (published.RunId == run.RunId)
            {
                await run.FoundWorkAsync(cancellationToken);
                run.Add(0, 0, 1);
            }
        }
    }

    /// <summary>What this run has published; all tables when the run before ended badly.</summary>
    private async Task<IEnumerable<Published>> NewestAsync(WorkflowRun run, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT database_name AS DatabaseName, table_name AS TableName, version AS Version, location AS Location, COALESCE(run_id, 0) AS RunId
            FROM portal.table_version v
            JOIN (SELECT database_name, table_name, MAX(version) AS version FROM portal.table_version GROUP BY database_name, table_name) newest
                USING (database_name, table_name, version)
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var newest = await connection.QueryAsync<Published>(new(sql, cancellationToken: cancellationToken));
        return run.IsAfterTrouble ? newest : newest.Where(version => version.RunId == run.Id);
    }

    private sealed record Published(string DatabaseName, string TableName, long Version, string Location, long RunId);
}
