using System.Text.Json;

namespace SakilaPortal.Api.Simulations;

/// <summary>
/// The counters of a simulation, and which of its records are decided. Batches are answered in any order; only what lies below the
/// first undecided record is written down, so that whoever resumes sends the rest again under the same ids.
/// </summary>
internal sealed class Outcomes(long settled, IEnumerable<(long First, long Last)> rejected, long retried)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<long, bool[]> ahead = [];
    private readonly List<(long First, long Last)> rejectedRanges = [.. rejected];
    private long attempted = settled;
    private long decided = settled;
    private long decidedRejected = rejected.Sum(range => range.Last - range.First + 1);
    private long settledUpTo = settled;
    private long retriedSoFar = retried;

    public string? FirstError { get; private set; }

    public void Attempt(int count) => Locked(() => attempted += count);

    public void Retry(int count) => Locked(() => retriedSoFar += count);

    /// <param name="first">The number of the first record of the batch.</param>
    /// <param name="errors">For each record why it was rejected, or null.</param>
    public void Settle(long first, IReadOnlyList<string?> errors) => Locked(() =>
    {
        FirstError ??= errors.FirstOrDefault(error => error is not null);
        decided += errors.Count;
        decidedRejected += errors.Count(error => error is not null);
        ahead.Add(first, [.. errors.Select(error => error is not null)]);
        while (ahead.Remove(settledUpTo + 1, out var batch))
            Append(batch);
    });

    /// <summary>The counters as they are now: attempted is accepted, rejected and what is under way.</summary>
    public Counters Live() => Locked(() => new Counters(attempted, decided - decidedRejected, decidedRejected, retriedSoFar));

    /// <summary>What can be written down: as many are settled, and these of them rejected.</summary>
    public (long Settled, Counters Counters, string RejectedRanges) Durable() => Locked(() =>
    {
        var refused = rejectedRanges.Sum(range => range.Last - range.First + 1);
        return (settledUpTo, new Counters(settledUpTo, settledUpTo - refused, refused, retriedSoFar), Write(rejectedRanges));
    });

    public static IEnumerable<(long First, long Last)> Read(string ranges) =>
        JsonSerializer.Deserialize<long[][]>(ranges)!.Select(range => (range[0], range[1]));

    private static string Write(List<(long First, long Last)> ranges) =>
        JsonSerializer.Serialize(ranges.Select(range => new[] { range.First, range.Last }));

    private void Append(bool[] batch)
    {
        foreach (var refused in batch)
        {
            settledUpTo++;
            if (!refused)
                continue;
            if (rejectedRanges.Count > 0 && rejectedRanges[^1].Last == settledUpTo - 1)
                rejectedRanges[^1] = rejectedRanges[^1] with { Last = settledUpTo };
            else
                rejectedRanges.Add((settledUpTo, settledUpTo));
        }
    }

    private void Locked(Action action)
    {
        lock (gate)
            action();
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
            return read();
    }
}

internal sealed record Counters(long Attempted, long Accepted, long Rejected, long Retried);
