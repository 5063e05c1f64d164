namespace SakilaPortal.Contracts.Reports;

public sealed record Dashboard(
    long Id, string Name, string? Description, IReadOnlyList<DashboardTile> Tiles, string CreatedBy, string ChangedBy, DateTime ChangedAt);

/// <param name="View">How to draw it, or null as the report says.</param>
/// <param name="Wide">Over the whole width of the page.</param>
public sealed record DashboardTile(string ReportId, string? Title = null, string? View = null, bool Wide = false);

/// <param name="ChangedAt">The dashboard's time when it was read; another one now is a conflict. Null overwrites whatever is there.</param>
public sealed record DashboardRequest(string? Name, string? Description, IReadOnlyList<DashboardTile>? Tiles, DateTime? ChangedAt = null);
