namespace SakilaPortal.Api.Rentals;

/// <summary>Which times a rental or return may have. Past ones are welcome: a clerk may enter yesterday's paper slips.</summary>
internal static class RentalTimes
{
    private static readonly DateTime Earliest = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public static string? Fault(DateTime time, DateTime now) =>
        time < Earliest ? "This lies before there was anything to rent; give a date from 1900 on."
        : time > now + Ahead ? "This lies more than a day ahead; give today's date or an earlier one."
        : null;

    /// <summary>Sakila keeps whole seconds, and MySQL would round up.</summary>
    public static DateTime ToStored(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
