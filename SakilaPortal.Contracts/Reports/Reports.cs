using System.Text.Json.Serialization;

namespace SakilaPortal.Contracts.Reports;

/// <param name="Id">The Athena named query's id.</param>
/// <param name="Chart">How to draw the result (bar, line, stacked, pie, bars, map, table), or null to choose by the columns.</param>
/// <param name="Sql">The text, in the single report only.</param>
/// <param name="Owner">Who wrote it first; null when it came with the lake.</param>
/// <param name="LastRun">The newest run by anyone.</param>
/// <param name="Favourite">Whether the caller has marked it.</param>
/// <param name="ReadsEvents">Whether it reads streaming_films, so that a run can include buffered events.</param>
/// <param name="Version">The number of its newest text, in the single report only; 0 before its first change.</param>
public sealed record Report(
    string Id, string Name, string? Description, string Database,
    IReadOnlyList<ReportParameter> Parameters, string? Chart, string? Sql = null,
    IReadOnlyList<string>? Tags = null, string? Owner = null, RunSummary? LastRun = null, bool Favourite = false, bool ReadsEvents = false, int? Version = null);

/// <param name="Type">date, daterange, number, text or list.</param>
/// <param name="Values">The choices of a list; of one with a <paramref name="Query"/> in the single report only, once it has been asked for them.</param>
/// <param name="Query">The query whose first column is the choices: GET reports/{id}/parameters/{name}/values runs it.</param>
public sealed record ReportParameter(string Name, string Type, string? Default, IReadOnlyList<string>? Values = null, string? Query = null);

public sealed record ParameterValues(IReadOnlyList<string> Values);

/// <param name="Version">The version that was changed; another newest one is a conflict. Null overwrites whatever is there.</param>
public sealed record ReportRequest(string? Name, string? Description, string? Sql, int? Version = null);

/// <param name="Bytes">At most so many are read.</param>
/// <param name="Cost">US dollars, at most.</param>
/// <param name="WithinLimit">Whether the workgroup lets a query read so much.</param>
/// <param name="LimitBytes">What the workgroup lets a query read; null without limit.</param>
public sealed record Estimate(long Bytes, decimal Cost, bool WithinLimit, long? LimitBytes = null, IReadOnlyList<EstimatedTable>? Tables = null);

/// <param name="Bytes">At most so many are read of it, all times together.</param>
/// <param name="Columns">Of the columns of a Parquet table those that count; null where the whole table does.</param>
/// <param name="Partitions">Of its partitions those that count; null where it has none.</param>
/// <param name="Times">How often the text may read it.</param>
public sealed record EstimatedTable(string Table, long Bytes, EstimatedShare? Columns = null, EstimatedShare? Partitions = null, long Times = 1);

public sealed record EstimatedShare(int Counted, int All);

public sealed record ReportVersion(int Version, string Name, string? Description, string Sql, string ChangedBy, DateTime ChangedAt);

/// <summary>A text that is not saved, to be run once.</summary>
public sealed record DraftRequest(string? Sql, [property: JsonConverter(typeof(ParameterTexts))] IReadOnlyDictionary<string, string?>? Parameters);

/// <summary>A moment that a report can be run as of: from then on its tables had these versions.</summary>
public sealed record ReportMoment(DateTime At, IReadOnlyList<RunTable> Tables);

/// <summary>What a text that is being written declares, and what is wrong with it as far as that is known without running it.</summary>
public sealed record DraftCheck(IReadOnlyList<ReportParameter> Parameters, IReadOnlyList<SqlProblem> Problems, string? Chart = null);

/// <summary>Line and column count from 1.</summary>
public sealed record SqlProblem(int Line, int Column, string Message);
