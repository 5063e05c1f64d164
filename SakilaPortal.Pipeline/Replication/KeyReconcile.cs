using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>
/// Finds what last_update does not tell: rows that others than the portal deleted, or brought in with an old time, and those that refer to
/// what is gone.
/// </summary>
internal sealed class KeyReconcile(
    MySqlDataSource database, KeyComparison keys, ChangedReferences references, ChangeFiles files, ReplicationState state, LandingRegister register,
    IOptions<ReplicationOptions> options, TimeProvider time)
{
    private const string TaskName = "reconcile keys";
    private DateTime? _doneAt;

    /// <returns>Whether it was time.</returns>
    public async Task<bool> RunWhenDueAsync(
        Snapshot snapshot, IReadOnlyList<SourceTable> tables, Dictionary<string, Watermark> watermarks, NodeRun run, CancellationToken cancellationToken)
    {
        _doneAt ??= await ReadDoneAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (tables.Count == 0 || now < _doneAt.Value.AddMinutes(options.Value.ReconcileMinutes))
            return false;
        using var scratch = new ScratchFolder();
        var found = tables.Select(table => new KeyDifference(table, files.NewCsv(table, scratch), [])).ToList();
        try
        {
            await FindAsync(snapshot, found, watermarks, cancellationToken);
            await LandAsync(snapshot, found.FindAll(difference => difference.Csv.Rows > 0), watermarks, run, cancellationToken);
        }
        finally
        {
            found.ForEach(difference => difference.Csv.Dispose());
        }
        await WriteDoneAsync(now, cancellationToken);
        _doneAt = now;
        return true;
    }

    private async Task FindAsync(Snapshot snapshot, List<KeyDifference> found, Dictionary<string, Watermark> watermarks, CancellationToken cancellationToken)
    {
        // What has landed and is not clean yet would be taken for a difference, and what it refers to could not be seen.
        var waiting = new HashSet<string>();
        foreach (var (table, _, _) in found)
            if ((await register.WaitingAsync(Feed.OfTable(table.Name), 1, cancellationToken)).Count > 0)
                waiting.UnionWith(table.References.Select(reference => reference.Table).Append(table.Name));
        foreach (var difference in found.Where(difference => !waiting.Contains(difference.Table.Name)))
            await keys.CompareAsync(snapshot, difference, watermarks[difference.Table.Name].ChangesFrom, cancellationToken);

        foreach (var (table, csv, _) in found)
            foreach (var reference in table.References)
                if (found.Find(other => other.Table.Name == reference.Table) is { Gone.Count: > 0 } other)
                    await references.ReadAsync(snapshot, table, reference, other.Gone, row => csv.Write(["U", .. row]), cancellationToken);
    }

    private async Task LandAsync(
        Snapshot snapshot, List<KeyDifference> found, Dictionary<string, Watermark> watermarks, NodeRun run, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
            return;
        await run.FoundWorkAsync(cancellationToken);
        var landed = new List<ChangeSet>();
        foreach (var (table, csv, _) in found)
        {
            landed.Add(await files.LandAsync(new(table, watermarks[table.Name], snapshot.At, csv.Finish(), csv.Rows), cancellationToken));
            run.Add(csv.Rows, landed[^1].Arrivals.Sum(file => file.Bytes), landed[^1].Arrivals.Count);
        }
        await state.WriteAsync(landed.Select(set => set.Watermark), landed.SelectMany(set => set.Arrivals), [], cancellationToken);
    }

    private async Task<DateTime> ReadDoneAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var done = await connection.ExecuteScalarAsync<DateTime?>(
            new("SELECT done_until FROM portal.upkeep WHERE task = @TaskName", new { TaskName }, cancellationToken: cancellationToken));
        return done ?? DateTime.UnixEpoch;
    }

    private async Task WriteDoneAsync(DateTime now, CancellationToken cancellationToken)
    {
        const string sql = "INSERT INTO portal.upkeep (task, done_until) VALUES (@TaskName, @now) ON DUPLICATE KEY UPDATE done_until = @now";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new(sql, new { TaskName, now }, cancellationToken: cancellationToken));
    }
}
