namespace SakilaPortal.Api.Lake;

/// <summary>The days as people in one time zone count them, over moments in UTC.</summary>
internal sealed class DaysOfZone(TimeZoneInfo zone)
{
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone));

    /// <summary>The day's first moment, in UTC. Where the clocks skip midnight, the day begins an hour later.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone);
    }
}
