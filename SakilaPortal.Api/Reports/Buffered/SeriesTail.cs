using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake.Ledger;
using SakilaPortal.Api.Simulations;

namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>
/// Which records of a simulation are accepted and not seen by the lake. It looks from the last one backwards, only until as many are found
/// as the counters say are missing: what landed long ago is not read.
/// </summary>
internal sealed class SeriesTail(MySqlTransaction transaction, SimulationRow row)
{
    private const int AtOnce = 8;
    private const int MostBuckets = 96;

    private readonly List<(long First, long Last)> found = [];
    private readonly (long First, long Last)[] rejected = [.. Outcomes.Read(row.RejectedRanges)];

    private sealed record Row(long Bucket, byte[] Bits);

    /// <summary>Ranges of their numbers in ascending order, and how many there are, some of which may be further back than it looks.</summary>
    public async Task<(IReadOnlyList<(long First, long Last)> Ranges, long Count)> FindAsync(CancellationToken cancellationToken)
    {
        var (last, refused) = (row.Settled / EventSeries.BucketSize, rejected.Length - 1);
        var (bits, missing, count) = (new Dictionary<long, byte[]>(), 0L, 0L);
        for (var bucket = last; bucket >= 0 && bucket > last - MostBuckets; bucket--)
        {
            if ((last - bucket) % AtOnce == 0)
                bits = await ReadAsync(bucket, bucket == last, cancellationToken);
            // What was sent since the counters were written down may have landed already.
            if (bucket == last)
                missing = row.Accepted - row.Landed + bits.Sum(entry => SeenAfterSettled(entry.Key, entry.Value));
            if (count >= missing)
                break;
            count += Look(bucket, bits.GetValueOrDefault(bucket), ref refused);
        }
        found.Reverse();
        return (found, Math.Max(count, missing));
    }

    private long Look(long bucket, byte[]? bits, ref int refused)
    {
        var count = 0L;
        for (var number = Math.Min(row.Settled, LastOf(bucket)); number >= FirstOf(bucket); number--)
        {
            while (refused >= 0 && rejected[refused].First > number)
                refused--;
            if (EventSeries.Has(bits, number) || (refused >= 0 && number <= rejected[refused].Last))
                continue;
            count++;
            if (found.Count > 0 && found[^1].First == number + 1)
                found[^1] = found[^1] with { First = number };
            else
                found.Add((number, number));
        }
        return count;
    }

    private long SeenAfterSettled(long bucket, byte[] bits)
    {
        var count = 0L;
        for (var number = Math.Max(row.Settled + 1, FirstOf(bucket)); number <= LastOf(bucket); number++)
            count += EventSeries.Has(bits, number) ? 1 : 0;
        return count;
    }

    // Records are counted from 1.
    private static long FirstOf(long bucket) => Math.Max(1, bucket * EventSeries.BucketSize);

    private static long LastOf(long bucket) => (bucket + 1) * EventSeries.BucketSize - 1;

    private async Task<Dictionary<long, byte[]>> ReadAsync(long bucket, bool andLater, CancellationToken cancellationToken)
    {
        const string sql = "SELECT bucket, bits FROM portal.event_series WHERE series = @SimulationId AND bucket > @from AND bucket <= @to";
        var range = new { row.SimulationId, from = bucket - AtOnce, to = andLater ? long.MaxValue : bucket };
        return (await transaction.ListAsync<Row>(sql, range, cancellationToken)).ToDictionary(read => read.Bucket, read => read.Bits);
    }
}
