using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>The equalities of partner events, from the attempt to the reports.</summary>
internal sealed class EventEqualities(
    Postings postings, PostedEvents posted, SimulatedEvents simulated, LandedEvents landed, LandedIds ids, SetAsideEvents setAside, DeliveryWindow delivery,
    MySqlDataSource database, TimeProvider clock)
{
    private const int MostNamed = 1000;
    // From the landing zone to the reports it takes seconds.
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(1), Moment = TimeSpan.FromSeconds(3);

    public async Task<(IReadOnlyList<LedgerEquality> Equalities, LedgerAside Aside)> CompareAsync(bool full, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var window = await delivery.ReadAsync(cancellationToken);
        var attempts = await postings.CountAsync(now - window, full, cancellationToken);
        var partners = await posted.CountAsync(now - window, cancellationToken);
        var aside = setAside.Look(cancellationToken);
        var buckets = full ? await ids.BucketsAsync(cancellationToken) : null;
        var simulations = await simulated.CountAsync(window, now, full, aside, async row =>
        {
            var registered = await EventSeries.LandedAsync(database, row.SimulationId, null, cancellationToken);
            return buckets is null ? registered : await ids.BitsAsync(row.SimulationId, registered, buckets, cancellationToken);
        }, cancellationToken);
        if (full)
            partners = await VerifyAsync(partners, aside, now - window, cancellationToken);
        var lake = await landed.CountAsync(cancellationToken);
        return (
            [Attempted(attempts, partners, simulations), await AcceptedAsync(partners, simulations, aside), await LandedAsync(lake, aside, full, now, cancellationToken)],
            new(Math.Max(0, lake.Events - partners.Landed - simulations.Landed), Math.Max(0, lake.Lines - lake.Events),
                full ? await ids.RepeatsAsync(MostNamed, cancellationToken) : null));
    }

    private static LedgerEquality Attempted(PostingCount attempts, PostedCount posted, SimulatedCount simulated)
    {
        var (accepted, rejected) = (attempts.Accepted - attempts.Repeated + simulated.Accepted, attempts.Rejected + simulated.Rejected);
        var (attempted, decided) = (attempts.Attempted + simulated.Attempted, accepted + attempts.Repeated + rejected + attempts.Unanswered);
        string[] missing = [.. simulated.Undecided, .. posted.Undecided.Take(MostNamed)];
        return new("attempted = accepted + rejected", attempted, decided, missing.Length == 0 && attempted == decided, missing,
            UnderWay: posted.Sending, MissingTotal: simulated.Undecided.Count + posted.Undecided.Count, Parts:
            [
                new("left", "posted", attempts.Attempted), new("left", "simulated", simulated.Attempted),
                new("right", "accepted", accepted), new("right", "accepted again", attempts.Repeated), new("right", "rejected", rejected),
                .. attempts.Unanswered > 0 ? [new LedgerPart("right", "cut short", attempts.Unanswered)] : (LedgerPart[])[],
            ]);
    }

    private static async Task<LedgerEquality> AcceptedAsync(PostedCount posted, SimulatedCount simulated, SetAside aside)
    {
        HashSet<string> elsewhere = posted.Missing.Count == 0 ? [] : await aside.Failed.Value;
        var failed = simulated.Failed + posted.Missing.Count(elsewhere.Contains);
        string[] missing = [.. posted.Missing.Where(id => !elsewhere.Contains(id))];
        var (landed, buffered) = (posted.Landed + simulated.Landed + simulated.Malformed, posted.Buffered + simulated.Buffered);
        var accepted = posted.Accepted + simulated.Accepted;
        var total = missing.Length + simulated.MissingTotal;
        return new("accepted = landed + buffered + error prefix", accepted, landed + buffered + failed, total == 0 && accepted == landed + buffered + failed,
            [.. simulated.Missing.Concat(missing).Take(MostNamed)], UnderWay: buffered, MissingTotal: total, Parts:
            [
                new("left", "posted", posted.Accepted), new("left", "simulated", simulated.Accepted),
                new("right", "landed", landed), new("right", "buffered", buffered), new("right", "error prefix", failed),
            ]);
    }

    private async Task<LedgerEquality> LandedAsync(LandedCount lake, SetAside aside, bool full, DateTime now, CancellationToken cancellationToken)
    {
        const string name = "landed = enriched + malformed";
        const string sql = """
            SELECT row_count FROM portal.table_version WHERE database_name = 'curatedzonedb' AND table_name = 'streaming_films' ORDER BY version DESC LIMIT 1
            """;
        var left = lake.Events + lake.Malformed;
        if (await database.FirstAsync<long?>(sql, null, cancellationToken) is not { } enriched)
            return new(name, left, null, null, [], Note: "streaming_films has not been published yet.");
        var isOnTime = !(lake.EventsWaitSince < now - OnTime);
        var (lost, twice) = ((IReadOnlyList<string>)[], (IReadOnlyList<string>)[]);
        if (full || enriched + lake.EventsWaiting != lake.Events)
        {
            (enriched, twice) = await ids.EnrichedAsync(cancellationToken);
            lost = await ids.NotEnrichedAsync(cancellationToken);
            if (lost.Count > 0)
                lost = [.. lost.Except(await aside.Malformed.Value)];
            if (lost.Count > 0)
                lost = await StillLostAsync(lost, cancellationToken);
        }
        // What is under way, or came while this counted, has no row yet either; what is left beyond that is lost.
        var isUnderWay = isOnTime && (lake.EventsWaiting + lake.ObjectsWaiting > 0 || (await landed.CountAsync(cancellationToken)).Events != lake.Events);
        var late = isOnTime ? [] : await landed.LateBatchesAsync(now - OnTime, cancellationToken);
        string[] missing = [.. late, .. lost];
        var right = enriched + lake.Malformed;
        var isBroken = missing.Length + twice.Count > 0 || (!isUnderWay && left != right);
        return new(name, left, right, isBroken ? false : left == right ? true : null, [.. missing.Take(MostNamed)], twice, lake.EventsWaiting, MissingTotal: missing.Length, Parts:
            [
                new("left", "distinct events", lake.Events), new("left", "malformed lines", lake.Malformed),
                new("right", "enriched", enriched), new("right", "malformed", lake.Malformed),
            ]);
    }

    /// <summary>What landed a moment ago may not have been found yet; what is lost is so after that moment too.</summary>
    private async Task<IReadOnlyList<string>> StillLostAsync(IReadOnlyList<string> lost, CancellationToken cancellationToken)
    {
        await Task.Delay(Moment, clock, cancellationToken);
        return [.. lost.Intersect(await ids.NotEnrichedAsync(cancellationToken))];
    }

    /// <summary>Looks for every accepted event in the landing zone itself.</summary>
    private async Task<PostedCount> VerifyAsync(PostedCount partners, SetAside aside, DateTime lateBefore, CancellationToken cancellationToken)
    {
        var plain = await ids.PlainAsync(cancellationToken);
        var accepted = await posted.AcceptedAsync(cancellationToken);
        var absent = new List<AcceptedEvent>();
        foreach (var one in accepted)
            if (!plain.Contains(one.EventId)
                && (EventSeries.Read(one.EventId) is not var (series, number) || !await EventSeries.HasLandedAsync(database, series, number, cancellationToken)))
                absent.Add(one);
        if (absent.Count > 0 && await aside.Malformed.Value is var malformed)
            absent.RemoveAll(one => malformed.Contains(one.EventId));
        string[] missing = [.. absent.Where(one => one.PostedAt < lateBefore).Select(one => one.EventId)];
        return partners with { Accepted = accepted.Count, Landed = accepted.Count - absent.Count, Buffered = absent.Count - missing.Length, Missing = missing };
    }
}
