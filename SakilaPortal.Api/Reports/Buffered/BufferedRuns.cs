using MySqlConnector;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>What Athena is asked so that a result counts buffered events.</summary>
internal sealed record BufferedRun(string Text, IReadOnlyList<TableState> Versions, IncludedEvents Events);

/// <summary>Prepares runs that include buffered events.</summary>
internal sealed class BufferedRuns(UnlandedEvents unlanded, TableStates states, TableSnapshots snapshots, MySqlDataSource database, TimeProvider clock)
{
    private const string Field = "includeBuffered";

    /// <summary>Null, with the reason among the errors, when the report cannot include them.</summary>
    public async Task<BufferedRun?> PrepareAsync(FieldErrors errors, RunOrder order, IReadOnlyList<ReadTable> read, CancellationToken cancellationToken)
    {
        var sql = order.Sql.Text;
        var table = read.FirstOrDefault(one => one is { Database: BufferedSql.Database, Name: BufferedSql.Table });
        if (order.AsOf is not null)
            errors.Add(Field, "Events that are buffered now were not there at an earlier time; leave out asOf, or includeBuffered.");
        else if (table is null)
            errors.Add(Field, $"This report does not read {BufferedSql.Database}.{BufferedSql.Table}, so there are no events to include; leave out includeBuffered.");
        else if (BufferedSql.HasOwn(sql))
            errors.Add(Field, $"This report names a part of its own {BufferedSql.Table}, so that nothing can be added to the table of that name; rename the part.");
        if (errors.Any)
            return null;
        if (await unlanded.FindAsync(cancellationToken) is not { } found)
        {
            errors.Add(Field, $"{BufferedSql.Database}.{BufferedSql.Table} has no version yet; wait until the workflow has published it.");
            return null;
        }
        var events = await BufferedEvents.OldestAsync(found, database, clock, cancellationToken);
        var known = events.OfType<BufferedEvent>().ToList();
        var version = (await snapshots.EnsureAsync([(table!, found.Version)], cancellationToken))[BufferedSql.Database];
        var (text, included) = BufferedSql.Include(sql, version, clock.GetUtcNow().UtcDateTime, known);
        var unknown = events.Count - known.Count;
        return new(
            text, [.. await states.CurrentAsync(read.Where(one => one != table), cancellationToken), found.Version],
            new(included, Math.Max(0, found.Count - included - unknown), unknown, found.Waiting));
    }
}
