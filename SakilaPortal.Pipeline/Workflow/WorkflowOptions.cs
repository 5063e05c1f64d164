using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>Section <c>Workflow</c>: when work is looked for.</summary>
internal sealed class WorkflowOptions
{
    /// <summary>Seconds from the end of a run to the next one of the schedule. A run that finds nothing costs a few milliseconds.</summary>
    [Range(0.1, 3600, ErrorMessage = "Workflow:IntervalSeconds must be between 0.1 and 3600.")]
    public double IntervalSeconds { get; set; } = 1;

    /// <summary>How long the work of a killed worker lies still before another takes over.</summary>
    [Range(1, 600, ErrorMessage = "Workflow:LeaseSeconds must be between 1 and 600.")]
    public double LeaseSeconds { get; set; } = 10;

    public TimeSpan Interval => TimeSpan.FromSeconds(IntervalSeconds);
}
