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
