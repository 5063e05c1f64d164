namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>The counter of a simulation at a moment (UTC).</summary>
internal sealed record Milestone(DateTime SampledAt, long Attempted);

/// <summary>
/// About when each record of a simulation was made: between two moments at which its counter was written down, records are taken to have
/// come evenly. Near the end of a simulation these moments are a second apart, or a three-hundredth of its age.
/// </summary>
/// <param name="milestones">In the order of time.</param>
internal sealed class RecordTimes(IReadOnlyList<Milestone> milestones, TimeZoneInfo zone)
{
    public DateTimeOffset Of(long number)
    {
        var next = 0;
        while (next < milestones.Count - 1 && milestones[next].Attempted < number)
            next++;
        var (to, from) = (milestones[next], milestones[Math.Max(0, next - 1)]);
        var share = to.Attempted > from.Attempted ? (double)(number - from.Attempted) / (to.Attempted - from.Attempted) : 1;
        var at = from.SampledAt + (to.SampledAt - from.SampledAt) * Math.Clamp(share, 0, 1);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)), zone);
    }
}
