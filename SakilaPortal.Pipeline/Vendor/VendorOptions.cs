using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Section <c>Vendor</c>: where vendors' files come from, and how they are kept.</summary>
internal sealed class VendorOptions
{
    /// <summary>By source (movies, users, streams, authors, books, reviews) a path, or an address that begins with http.</summary>
    public Dictionary<string, string> Sources { get; init; } = [];

    /// <summary>Minutes from one look at a source to the next.</summary>
    [Range(1, 10_080, ErrorMessage = "Vendor:EveryMinutes must be between 1 and 10080.")]
    public int EveryMinutes { get; set; } = 60;

    /// <summary>Days for which files stay in the landing zone as they came.</summary>
    [Range(1, 36_500, ErrorMessage = "Vendor:RawDays must be between 1 and 36500.")]
    public int RawDays { get; set; } = 90;

    /// <summary>What is larger is not brought.</summary>
    [Range(1, 1_048_576, ErrorMessage = "Vendor:MaxMegabytes must be between 1 and 1048576.")]
    public int MaxMegabytes { get; set; } = 4096;

    /// <summary>Seconds for one file to come.</summary>
    [Range(1, 86_400, ErrorMessage = "Vendor:TimeoutSeconds must be between 1 and 86400.")]
    public int TimeoutSeconds { get; set; } = 900;

    public static bool KnowsSources(VendorOptions options) => options.Sources.Keys.All(name => VendorSource.Find(name) is not null);
}
