namespace SakilaPortal.Web.Reports;

/// <summary>One row of a result, its cells as Athena wrote them; null is SQL's NULL.</summary>
public sealed record ResultRow(IReadOnlyList<string?> Cells);
