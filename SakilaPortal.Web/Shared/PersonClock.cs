using System.Globalization;

namespace SakilaPortal.Web.Shared;

/// <summary>The time where the person is. The Api speaks UTC; pages show and take local times.</summary>
internal sealed class PersonClock(TimeProvider time)
{
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    public string ZoneName => zone.Id;

    public DateTime Now => ToLocal(time.GetUtcNow().UtcDateTime);

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes IANA's name of a zone; an unknown one leaves UTC, and the pages say so.</summary>
    public void Use(string? zoneName)
    {
        if (zoneName is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var found))
            zone = found;
    }

    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    public DateTime ToUtc(DateTime local)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        // An hour that the clocks skipped in spring means the one after it.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(plain) ? plain.AddHours(1) : plain, zone);
    }

    public string Day(DateTime utc) => ToLocal(utc).ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    public string Moment(DateTime utc) => ToLocal(utc).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public string Second(DateTime utc) => ToLocal(utc).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public string Ago(DateTime utc) => (UtcNow - utc) switch
    {
        { TotalSeconds: < 2 } => "just now",
        { TotalSeconds: < 90 } span => $"{span.TotalSeconds:0} s ago",
        { TotalMinutes: < 90 } span => $"{span.TotalMinutes:0} min ago",
        { TotalHours: < 36 } span => $"{span.TotalHours:0} h ago",
        _ => Moment(utc),
    };
}
