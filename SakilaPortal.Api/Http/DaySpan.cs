namespace SakilaPortal.Api.Http;

/// <summary>A stretch of time as a list's query gives it: whole days of UTC, or moments where a person's days begin at another hour.</summary>
internal sealed record DaySpan(DateOnly? From, DateOnly? To, DateTimeOffset? Since, DateTimeOffset? Before)
{
    /// <summary>The first moment (UTC).</summary>
    public DateTime? First => Since?.UtcDateTime ?? From?.ToDateTime(default);

    /// <summary>The moment after the last one (UTC); the last day there is has none.</summary>
    public DateTime? End => Before?.UtcDateTime ?? (To < DateOnly.MaxValue ? To?.AddDays(1).ToDateTime(default) : null);

    public void Check(FieldErrors errors)
    {
        if (From > To)
            errors.Add("to", "The last day lies before the first one.");
        if (Since >= Before)
            errors.Add("before", "The end lies before the beginning.");
    }
}
