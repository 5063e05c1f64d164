using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Catalog.Upkeep;

/// <summary>Section <c>Upkeep</c>: what the lake keeps, and for how long.</summary>
internal sealed class UpkeepOptions
{
    /// <summary>Every version that was the newest within so many minutes is kept.</summary>
    [Range(0, 100_000, ErrorMessage = "Upkeep:KeepAllMinutes must be between 0 and 100000.")]
    public double KeepAllMinutes { get; set; } = 60;

    /// <summary>The last version of each of so many days (UTC) is kept.</summary>
    [Range(0, 3650, ErrorMessage = "Upkeep:KeepDays must be between 0 and 3650.")]
    public int KeepDays { get; set; } = 14;

    /// <summary>The longest that a query runs, in minutes: what it may be reading outlives its version by as much.</summary>
    [Range(0, 1440, ErrorMessage = "Upkeep:ReadingMinutes must be between 0 and 1440.")]
    public double ReadingMinutes { get; set; } = 30;

    /// <summary>Files of that age which nothing names were left by work that was cut short.</summary>
    [Range(31, 100_000, ErrorMessage = "Upkeep:OrphanMinutes must be between 31 and 100000: a transform may run for 30 minutes.")]
    public double OrphanMinutes { get; set; } = 120;

    public TimeSpan KeepAll => TimeSpan.FromMinutes(KeepAllMinutes);
    public TimeSpan Reading => TimeSpan.FromMinutes(ReadingMinutes);
    public TimeSpan Orphan => TimeSpan.FromMinutes(OrphanMinutes);
}
