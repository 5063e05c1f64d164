namespace SakilaPortal.Pipeline.Workflow;

/// <summary>One pass over the nodes.</summary>
/// <param name="Trigger">schedule, arrival, or request by whom.</param>
/// <param name="StartedAt">UTC. A run without failure brings all that was there at this time into the tables.</param>
internal sealed record WorkflowRun(string Trigger, DateTime StartedAt)
{
    /// <summary>0 until there is something to write down.</summary>
    public long Id { get; set; }

    public bool IsWritten => Id != 0;

    /// <summary>Somebody asked for it: what is held after a failure is tried at once.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The run that it resumes, if it does.</summary>
    public long? ResumeOf { get; init; }

    /// <summary>The nodes to run; null for all.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>Whether the run before may have left the catalogue and the books apart.</summary>
    public bool IsAfterTrouble { get; init; }

    public bool Includes(string node) => Only?.Contains(node) != false;
}

internal static class RunState
{
    public const string Running = "running";
    public const string Retrying = "retrying";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Skipped = "skipped";
    public const string Cancelled = "cancelled";
}
