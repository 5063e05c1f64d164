using System.Text.Json.Serialization;

namespace SakilaPortal.Contracts.Reports;

/// <param name="MaxAgeMinutes">Take over a result of at most this age, if every table still has the version that it was computed from.</param>
/// <param name="AsOf">A time, the number of a workflow run, or the id of a report's run: read the tables as they were then.</param>
/// <param name="IncludeBuffered">Count the events of streaming_films that have been accepted and have not landed; not together with <paramref name="AsOf"/>.</param>
public sealed record RunRequest(
    [property: JsonConverter(typeof(ParameterTexts))] IReadOnlyDictionary<string, string?>? Parameters, int? MaxAgeMinutes = null, string? AsOf = null, bool IncludeBuffered = false);

public sealed record RunAccepted(string RunId);

/// <param name="State">QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED.</param>
/// <param name="Cost">US dollars, by bytes scanned.</param>
/// <param name="ReusedFrom">The run that computed the result, where this one took it over.</param>
/// <param name="ComputedAt">When the result was computed, which for a reused one is before the run.</param>
/// <param name="Tables">The versions of the tables that were read.</param>
/// <param name="Buffered">Set when the run included buffered events.</param>
public sealed record Run(
    string RunId, string? ReportId, string State, string? Reason, long BytesScanned, decimal Cost,
    long QueueMs, long EngineMs, long TotalMs, bool Reused, IReadOnlyList<ResultColumn> Columns, long? RowCount,
    string? ReportName = null, string? StartedBy = null, DateTime? StartedAt = null, DateTime? ComputedAt = null, string? ReusedFrom = null,
    string? AsOf = null, IReadOnlyDictionary<string, string?>? Parameters = null, IReadOnlyList<RunTable>? Tables = null, RunFailure? Failure = null,
    IncludedEvents? Buffered = null);

/// <summary>Why a run failed, in words, and the place in the report's text where Athena names one.</summary>
public sealed record RunFailure(string What, string Remedy, int? Line = null, int? Column = null);

/// <param name="Version">Null for a table that is not kept in versions.</param>
/// <param name="Rows">What the version held; null where that is not known.</param>
public sealed record RunTable(string Table, long? Version, DateTime? PublishedAt, long? Rows = null);

/// <param name="Buffered">How many buffered events the result counts; null for a run that did not include them.</param>
public sealed record RunSummary(
    string RunId, string ReportId, string ReportName, string State, string StartedBy, DateTime StartedAt, long TotalMs, long BytesScanned, decimal Cost,
    bool Reused, long? RowCount, string? Failure, long? Buffered = null);

public sealed record PersonRuns(string Person, long Runs, long Failed, long BytesScanned, decimal Cost, DateTime LastAt);

/// <param name="Type">Athena's name of the type, such as <c>bigint</c> or <c>decimal(5,2)</c>.</param>
public sealed record ResultColumn(string Name, string Type);

public sealed record RunRows(IReadOnlyList<IReadOnlyList<string?>> Rows, string? NextToken);

/// <param name="Sums">Of each column over all rows; null where a column is no number.</param>
/// <param name="Highest">Of each column, likewise.</param>
public sealed record RunTotals(long Rows, IReadOnlyList<string?> Sums, IReadOnlyList<string?>? Highest = null);

/// <summary>What differs between two results of a report.</summary>
/// <param name="Against">The earlier run.</param>
/// <param name="Keys">The columns by which rows are recognised; none where all measure, so that their places tell.</param>
/// <param name="Tables">The tables whose version differs, each with both.</param>
/// <param name="Rows">The first of them; the counts are of all.</param>
/// <param name="Buffered">How many buffered events the later result counts, if it included them.</param>
public sealed record RunChanges(
    RunSummary Against, bool SqlChanged, IReadOnlyList<string> ParametersChanged, IReadOnlyList<TableChange> Tables, bool ColumnsChanged,
    IReadOnlyList<string> Keys, long Added, long Removed, long Changed, long Unchanged, IReadOnlyList<RowChange> Rows,
    long? Buffered = null);

public sealed record TableChange(string Table, long? Before, long? After);

/// <param name="Kind">added, removed or changed.</param>
public sealed record RowChange(string Kind, IReadOnlyList<string?>? Before, IReadOnlyList<string?>? After);

/// <summary>Accepted events that no result can hold yet.</summary>
/// <param name="InBuffer">Still in the delivery stream.</param>
/// <param name="Landed">Landed, and waiting for the workflow.</param>
public sealed record BufferedEvents(long InBuffer, long Landed);
