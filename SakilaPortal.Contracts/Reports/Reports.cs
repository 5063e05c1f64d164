namespace SakilaPortal.Contracts.Reports;

/// <param name="Id">The Athena named query's id.</param>
/// <param name="Chart">How to draw the result, or null to choose by the columns.</param>
/// <param name="Sql">The text, in the single report only.</param>
public sealed record Report(
    string Id, string Name, string? Description, string Database,
    IReadOnlyList<ReportParameter> Parameters, string? Chart, string? Sql = null);

/// <param name="Type">date, daterange, number, text or list.</param>
/// <param name="Values">The choices of a list.</param>
public sealed record ReportParameter(string Name, string Type, string? Default, IReadOnlyList<string>? Values = null);

public sealed record ReportRequest(string? Name, string? Description, string? Sql);

public sealed record RunRequest(IReadOnlyDictionary<string, string?>? Parameters, int? MaxAgeMinutes = null, string? AsOf = null);

public sealed record RunAccepted(string RunId);

/// <param name="State">QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED.</param>
/// <param name="Cost">US dollars, by bytes scanned.</param>
public sealed record Run(
    string RunId, string? ReportId, string State, string? Reason, long BytesScanned, decimal Cost,
    long QueueMs, long EngineMs, long TotalMs, bool Reused, IReadOnlyList<ResultColumn> Columns, long? RowCount);

/// <param name="Type">Athena's name of the type, such as <c>bigint</c> or <c>decimal(5,2)</c>.</param>
public sealed record ResultColumn(string Name, string Type);

public sealed record RunRows(IReadOnlyList<IReadOnlyList<string?>> Rows, string? NextToken);

/// <param name="Bytes">At most so many are read.</param>
/// <param name="Cost">US dollars, at most.</param>
/// <param name="WithinLimit">Whether the workgroup lets a query read so much.</param>
public sealed record Estimate(long Bytes, decimal Cost, bool WithinLimit);

public sealed record ReportVersion(int Version, string Name, string? Description, string Sql, string ChangedBy, DateTime ChangedAt);
