namespace SakilaPortal.Contracts.Lake;

/// <param name="State">running, succeeded or failed.</param>
/// <param name="ResumeOf">The failed run that this one went on from.</param>
public sealed record WorkflowRun(
    long Id, string Trigger, string State, DateTime StartedAt, DateTime? EndedAt, string? Reason, IReadOnlyList<WorkflowNodeRun> Nodes, long? ResumeOf = null);

public sealed record WorkflowNodeRun(
    string Node, string State, int Attempts, DateTime? StartedAt, DateTime? EndedAt, long Rows, long Bytes, int Files, string? Reason, long RunId = 0);

/// <summary>The steps of the workflow, in an order in which they could run.</summary>
/// <param name="Worker">Who works at it.</param>
public sealed record Workflow(IReadOnlyList<WorkflowNode> Nodes, WorkflowWorker? Worker = null);

/// <param name="After">The steps that must have ended before.</param>
/// <param name="LastRun">How it went last; null while it has never run.</param>
/// <param name="Tables">The tables that it makes, as <c>cleanzonedb.film</c>.</param>
/// <param name="FreshAsOf">Whatever was in MySQL and in the landing zone at that time (UTC) is in its tables.</param>
public sealed record WorkflowNode(
    string Name, IReadOnlyList<string> After, WorkflowNodeRun? LastRun, IReadOnlyList<string>? Tables = null, DateTime? FreshAsOf = null);

/// <param name="IsAlive">Whether a worker holds the lease.</param>
/// <param name="LeaseUntil">When the lease ends unless it is renewed (UTC).</param>
public sealed record WorkflowWorker(bool IsAlive, DateTime? LeaseUntil, int WaitingRequests);

/// <param name="ResumeOf">A failed run, to go on from the node that failed.</param>
public sealed record RequestWorkflowRun(long? ResumeOf = null);

public sealed record WorkflowRequested(long RequestId);
