namespace SakilaPortal.Contracts.Lake;

/// <param name="UpdatedAt">When its newest version was published (UTC).</param>
public sealed record LakeTable(string Database, string Name, string? Location, long? Rows, DateTime? UpdatedAt);

public sealed record LakeTableDetail(
    string Database, string Name, string? Location, IReadOnlyList<LakeColumn> Columns, IReadOnlyList<LakeColumn> PartitionKeys);

public sealed record LakeColumn(string Name, string Type);

/// <summary>What the business did lately, for the home page.</summary>
public sealed record Overview(
    long RentalsToday, decimal RevenueToday, long OpenRentals, long EventsLastHour, long EventsTotal, DateTime? LakeUpdatedAt);

/// <param name="State">running, succeeded or failed.</param>
public sealed record WorkflowRun(
    long Id, string Trigger, string State, DateTime StartedAt, DateTime? EndedAt, string? Reason, IReadOnlyList<WorkflowNodeRun> Nodes);

public sealed record WorkflowNodeRun(
    string Node, string State, int Attempts, DateTime? StartedAt, DateTime? EndedAt, long Rows, long Bytes, int Files, string? Reason);

/// <summary>The steps of the workflow, in an order in which they could run.</summary>
public sealed record Workflow(IReadOnlyList<WorkflowNode> Nodes);

/// <param name="After">The steps that must have ended before.</param>
/// <param name="LastRun">How it went last; null while it has never run.</param>
public sealed record WorkflowNode(string Name, IReadOnlyList<string> After, WorkflowNodeRun? LastRun);

public sealed record WorkflowRequested(long RequestId);

/// <summary>What must be equal if nothing was lost or counted twice.</summary>
public sealed record Ledger(IReadOnlyList<LedgerEquality> Equalities);

/// <param name="Holds">Null while one of the sides is not known yet.</param>
/// <param name="Missing">Identifiers on the left that the right lacks.</param>
public sealed record LedgerEquality(string Name, decimal? Left, decimal? Right, bool? Holds, IReadOnlyList<string> Missing);
