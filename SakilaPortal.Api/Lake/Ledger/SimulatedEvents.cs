using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Simulations;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>
/// Simulated events. Of a simulation whose accepted records have all landed only the counters are read; of another, the bits of its numbers,
/// so that each missing one has a name.
/// </summary>
internal sealed class SimulatedEvents(MySqlDataSource database)
{
    private const int MostNamed = 1000;
    // The lake forgets ids after 30 days; of older simulations the counters are what is left to a quick look.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(29);
    private readonly Dictionary<string, Queue<(DateTime At, long Settled)>> milestones = [];

    private sealed record Totals(long Attempted, long Accepted, long Rejected);

    internal sealed record Row(
        string SimulationId, string State, long Attempted, long Accepted, long Rejected, long Settled, string RejectedRanges, long Landed, DateTime? EndedAt)
    {
        public bool IsDecided => Settled == Attempted && Attempted == Accepted + Rejected && Ranges.Sum(range => range.Last - range.First + 1) == Rejected;

        public IEnumerable<(long First, long Last)> Ranges => Outcomes.Read(RejectedRanges is "" ? "[]" : RejectedRanges);
    }

    /// <param name="landed">The bits of a simulation's numbers that have landed, by bucket.</param>
    /// <param name="all">Looks into every simulation, also where the counters agree.</param>
    public async Task<SimulatedCount> CountAsync(
        TimeSpan window, DateTime now, bool all, SetAside aside, Func<Row, Task<IReadOnlyDictionary<long, byte[]>>> landed, CancellationToken cancellationToken)
    {
        const string agree = "s.settled = s.attempted AND s.attempted = s.accepted AND s.accepted = p.landed AND s.ended_at IS NOT NULL";
        const string from = "portal.simulation s LEFT JOIN portal.simulation_progress p ON p.simulation_id = s.simulation_id WHERE s.delivery_stream = @Stream";
        var totals = (await database.FirstAsync<Totals>($"""
            SELECT COALESCE(SUM(s.attempted), 0) attempted, COALESCE(SUM(s.accepted), 0) accepted, COALESCE(SUM(s.rejected), 0) rejected FROM {from} AND {agree}
            """, new { PartnerEventRules.Stream }, cancellationToken))!;
        var rows = await database.ListAsync<Row>($"""
            SELECT s.simulation_id, s.state, s.attempted, s.accepted, s.rejected, s.settled, s.rejected_ranges, COALESCE(p.landed, 0) landed, s.ended_at
            FROM {from} {(all ? "" : $"AND ({agree}) IS NOT TRUE")}
            """, new { PartnerEventRules.Stream }, cancellationToken);
        var count = all ? new SimulatedCount() : new() { Attempted = totals.Attempted, Accepted = totals.Accepted, Rejected = totals.Rejected, Landed = totals.Accepted };
        foreach (var row in rows)
            if (row.EndedAt < now - Remembered && !all)
                AddCounters(count, row);
            else
                await AddAsync(count, row, LateUpTo(row, window, now), all, aside, landed);
        return count;
    }

    private static async Task AddAsync(
        SimulatedCount count, Row row, long lateUpTo, bool all, SetAside aside, Func<Row, Task<IReadOnlyDictionary<long, byte[]>>> landed)
    {
        count.Attempted += row.Attempted;
        count.Accepted += row.Accepted;
        count.Rejected += row.Rejected;
        if (!row.IsDecided)
            count.Undecided.Add(row.SimulationId);
        if (lateUpTo == 0 && !all)
        {
            count.Landed += Math.Min(row.Landed, row.Accepted);
            count.Buffered += Math.Max(0, row.Accepted - row.Landed);
            return;
        }
        var bits = await landed(row);
        foreach (var number in Accepted(row))
            if (EventSeries.Has(bits.GetValueOrDefault(number / EventSeries.BucketSize), number))
                count.Landed++;
            else if ((await aside.Failed.Value).Contains($"{row.SimulationId}-{number}"))
                count.Failed++;
            else if ((await aside.Malformed.Value).Contains($"{row.SimulationId}-{number}"))
                count.Malformed++;
            else if (number > lateUpTo)
                count.Buffered++;
            else if (++count.MissingTotal <= MostNamed)
                count.Missing.Add($"{row.SimulationId}-{number}");
    }

    private static void AddCounters(SimulatedCount count, Row row)
    {
        var landed = Math.Min(row.Landed, row.Accepted);
        (count.Attempted, count.Accepted, count.Rejected) = (count.Attempted + row.Attempted, count.Accepted + row.Accepted, count.Rejected + row.Rejected);
        (count.Landed, count.MissingTotal) = (count.Landed + landed, count.MissingTotal + row.Accepted - landed);
        if (landed < row.Accepted)
            count.Missing.Add(row.SimulationId);
    }

    /// <summary>The numbers of its accepted records.</summary>
    private static IEnumerable<long> Accepted(Row row)
    {
        var next = 1L;
        foreach (var (first, last) in row.Ranges.Append((First: row.Settled + 1, Last: row.Settled)))
        {
            for (; next < first; next++)
                yield return next;
            next = last + 1;
        }
    }

    /// <summary>Numbers up to this were accepted before the window, so that they should have landed: all of an ended simulation, and of a
    /// running one those that an earlier look found accepted.</summary>
    private long LateUpTo(Row row, TimeSpan window, DateTime now)
    {
        if (row.EndedAt is { } ended)
        {
            milestones.Remove(row.SimulationId);
            return ended < now - window ? row.Settled : 0;
        }
        if (!milestones.TryGetValue(row.SimulationId, out var seen))
            milestones[row.SimulationId] = seen = [];
        seen.Enqueue((now, row.Settled));
        while (seen.Count > 1 && seen.ElementAt(1).At < now - window)
            seen.Dequeue();
        var (at, settled) = seen.Peek();
        return at < now - window && row.Landed < settled ? settled : 0;
    }
}

internal sealed class SimulatedCount
{
    public long Attempted { get; set; }
    public long Accepted { get; set; }
    public long Rejected { get; set; }
    public long Landed { get; set; }
    public long Malformed { get; set; }
    public long Failed { get; set; }
    public long Buffered { get; set; }
    public long MissingTotal { get; set; }
    public List<string> Missing { get; } = [];

    /// <summary>Simulations whose counters contradict each other.</summary>
    public List<string> Undecided { get; } = [];
}
