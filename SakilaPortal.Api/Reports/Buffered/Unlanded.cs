using SakilaPortal.Api.Simulations;

namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>What was accepted and had not landed at one moment, beside the version that <c>streaming_films</c> had at that very moment.</summary>
/// <param name="Waiting">Events that had landed and were in no version.</param>
/// <param name="PostedCount">How many were posted; <paramref name="Posted"/> are the oldest of them.</param>
internal sealed record Unlanded(
    TableState Version, long Waiting, IReadOnlyList<UnlandedRecords> Simulated, IReadOnlyList<UnlandedPost> Posted, long PostedCount)
{
    public long Count => Simulated.Sum(records => records.Count) + PostedCount;
}

/// <summary>Records of one simulation.</summary>
/// <param name="Numbers">Ranges of their numbers, ascending.</param>
internal sealed record UnlandedRecords(SimulationRow Simulation, IReadOnlyList<(long First, long Last)> Numbers, long Count, RecordTimes Times)
{
    public IEnumerable<long> Each()
    {
        foreach (var (first, last) in Numbers)
            for (var number = first; number <= last; number++)
                yield return number;
    }
}

internal sealed record UnlandedPost(string EventId, string RequestId, DateTime PostedAt);
