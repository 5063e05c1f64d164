namespace SakilaPortal.Pipeline.Workflow;

/// <summary>One pass over the nodes.</summary>
/// <param name="Trigger">schedule, arrival, or request by whom.</param>
internal sealed record WorkflowRun(string Trigger)
{
    /// <summary>0 until there is something to write down.</summary>
    public long Id { get; set; }

    public bool IsWritten => Id != 0;
}

internal static class RunState
{
    public const string Running = "running";
    public const string Retrying = "retrying";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Skipped = "skipped";
}
