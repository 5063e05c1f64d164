using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Api.Simulations;

internal sealed class SimulationOptions
{
    public const string Section = "Simulations";

    /// <summary>How long Firehose may be away before a simulation gives up.</summary>
    public TimeSpan OutageLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a simulation that fell behind goes on after its time, to send what it owes.</summary>
    public TimeSpan OverrunLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long nobody else may take a simulation over from an instance that is silent.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00", ErrorMessage = "Simulations:Lease must be between 00:00:02 and 00:10:00.")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A simulation that nobody has run for so long is not resumed; who started it does not expect it any more.</summary>
    public TimeSpan ResumeWithin { get; init; } = TimeSpan.FromMinutes(10);

    [Range(1, 1000, ErrorMessage = "Simulations:MostAtOnce must be between 1 and 1000.")]
    public int MostAtOnce { get; init; } = 20;
}
