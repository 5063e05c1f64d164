using System.Text.Json;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>A run as MySQL remembers it; <see cref="State"/> and what comes of it are there once it has ended.</summary>
internal sealed record RunRow(
    string RunId, string ReportId, string ReportName, string? ReportSql, string SqlText, string? DatabaseName, string? Parameters, string? TablesRead,
    string? Question, string? AsOf, string? SourceRunId, string StartedBy, DateTime StartedAt, string? State, string? Reason, long BytesScanned, decimal Cost,
    long QueueMs, long EngineMs, long TotalMs, DateTime? EndedAt, DateTime? ComputedAt, string? OutputLocation, string? ColumnsJson, long? RowCount,
    string? Buffered = null)
{
    /// <summary>The id of the report of a run of a text that is not saved.</summary>
    public const string Draft = "draft";

    /// <summary>Athena's execution that computed the result.</summary>
    public string ExecutionId => SourceRunId ?? RunId;

    public IReadOnlyDictionary<string, string?> Values => Read<Dictionary<string, string?>>(Parameters) ?? [];

    public IReadOnlyList<TableState> States => Read<List<TableState>>(TablesRead) ?? [];

    public IncludedEvents? IncludedEvents => Read<IncludedEvents>(Buffered);

    public IReadOnlyList<ResultColumn> Columns => Read<List<ResultColumn>>(ColumnsJson) ?? [];

    public Run ToRun() => new(
        RunId, ReportId, State!, Reason, BytesScanned, Cost, QueueMs, EngineMs, TotalMs, SourceRunId is not null, Columns, RowCount,
        ReportName, StartedBy, StartedAt, ComputedAt, SourceRunId, AsOf, Values, [.. States.Select(state => state.ToRunTable())], RunFailures.Of(this), IncludedEvents);

    public RunSummary ToSummary() => new(
        RunId, ReportId, ReportName, State ?? "RUNNING", StartedBy, StartedAt, TotalMs, BytesScanned, Cost, SourceRunId is not null, RowCount, RunFailures.Of(this)?.What,
        IncludedEvents?.Included);

    private static T? Read<T>(string? json) where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json);
}
