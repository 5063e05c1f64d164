using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Api.Partners.Rejected;

internal sealed class RejectedOptions
{
    public const string Section = "RejectedEvents";

    /// <summary>How long a replay waits, so that a person can undo it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "RejectedEvents:UndoFor must be between 00:00:00 and 00:10:00.")]
    public TimeSpan UndoFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long rejected events are kept.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(30);
}

/// <summary>Section <c>Lake</c>: which bucket is the landing zone.</summary>
internal sealed class LandingOptions
{
    public const string Section = "Lake";

    public string Stage { get; init; } = "dev";

    public string BucketSuffix { get; init; } = "";

    public string Bucket => $"{Stage}-sakila-landing{BucketSuffix}";
}
