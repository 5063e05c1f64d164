using System.Globalization;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Reports;

internal sealed class ReportsClient(ApiConnection api)
{
    public async Task<IReadOnlyList<Report>> ListAsync(CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<Report>>("reports", cancellationToken)).Items;

    public Task<Report> GetAsync(string id, CancellationToken cancellationToken) => api.GetAsync<Report>($"reports/{Escaped(id)}", cancellationToken);

    public Task<Report> CreateAsync(ReportRequest request, CancellationToken cancellationToken) => api.PostAsync<Report>("reports", request, cancellationToken);

    public Task<Report> ChangeAsync(string id, ReportRequest request, CancellationToken cancellationToken) =>
        api.PutAsync<Report>($"reports/{Escaped(id)}", request, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => api.DeleteAsync($"reports/{Escaped(id)}", cancellationToken);

    public async Task<IReadOnlyList<ReportVersion>> VersionsAsync(string id, CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<ReportVersion>>($"reports/{Escaped(id)}/versions", cancellationToken)).Items;

    public Task<Completions> CompletionsAsync(CancellationToken cancellationToken) => api.GetAsync<Completions>("reports/completions", cancellationToken);

    public Task<DraftCheck> CheckAsync(string sql, CancellationToken cancellationToken) =>
        api.PostAsync<DraftCheck>("reports/checks", new DraftRequest(sql, null), cancellationToken);

    public async Task<string> StartDraftAsync(string sql, IReadOnlyDictionary<string, string?> parameters, CancellationToken cancellationToken) =>
        (await api.PostAsync<RunAccepted>("reports/drafts/runs", new DraftRequest(sql, parameters), cancellationToken)).RunId;

    public Task MarkAsync(string id, bool isFavourite, CancellationToken cancellationToken) => isFavourite
        ? api.PutAsync($"reports/{Escaped(id)}/favourite", null, cancellationToken)
        : api.DeleteAsync($"reports/{Escaped(id)}/favourite", cancellationToken);

    public Task<Estimate> EstimateAsync(string id, bool includeBuffered, CancellationToken cancellationToken) =>
        api.PostAsync<Estimate>($"reports/{Escaped(id)}/estimate", new RunRequest(null, IncludeBuffered: includeBuffered), cancellationToken);

    public Task<Estimate> EstimateDraftAsync(string sql, CancellationToken cancellationToken) =>
        api.PostAsync<Estimate>("reports/drafts/estimate", new DraftRequest(sql, null), cancellationToken);

    public async Task<IReadOnlyList<string>> ChoicesAsync(string id, string parameter, CancellationToken cancellationToken) =>
        (await api.GetAsync<ParameterValues>($"reports/{Escaped(id)}/parameters/{Escaped(parameter)}/values", cancellationToken)).Values;

    public async Task<IReadOnlyList<ReportMoment>> MomentsAsync(string id, CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<ReportMoment>>($"reports/{Escaped(id)}/moments", cancellationToken)).Items;

    public async Task<string> StartAsync(string id, RunRequest request, CancellationToken cancellationToken) =>
        (await api.PostAsync<RunAccepted>($"reports/{Escaped(id)}/runs", request, cancellationToken)).RunId;

    public Task<Page<RunSummary>> RunsAsync(string query, CancellationToken cancellationToken) => api.GetAsync<Page<RunSummary>>($"runs?{query}", cancellationToken);

    public async Task<IReadOnlyList<PersonRuns>> PeopleAsync(CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<PersonRuns>>("runs/people", cancellationToken)).Items;

    public Task<Run> RunAsync(string runId, CancellationToken cancellationToken) => api.GetAsync<Run>($"runs/{Escaped(runId)}", cancellationToken);

    public Task CancelAsync(string runId, CancellationToken cancellationToken) => api.DeleteAsync($"runs/{Escaped(runId)}", cancellationToken);

    public async Task<IReadOnlyList<IReadOnlyList<string?>>> RowsAsync(
        string runId, long offset, int limit, string? sort, bool descending, CancellationToken cancellationToken)
    {
        var order = sort is null ? null : $"&sort={Escaped(sort)}&desc={(descending ? "true" : "false")}";
        var path = string.Create(CultureInfo.InvariantCulture, $"runs/{Escaped(runId)}/rows?offset={offset}&limit={limit}{order}");
        return (await api.GetAsync<RunRows>(path, cancellationToken)).Rows;
    }

    public Task<RunTotals> TotalsAsync(string runId, CancellationToken cancellationToken) => api.GetAsync<RunTotals>($"runs/{Escaped(runId)}/totals", cancellationToken);

    /// <summary>Null when there is no earlier run.</summary>
    public Task<RunChanges?> ChangesAsync(string runId, CancellationToken cancellationToken) => api.FindAsync<RunChanges>($"runs/{Escaped(runId)}/changes", cancellationToken);

    /// <summary>Null when the run reads no events.</summary>
    public Task<BufferedEvents?> BufferAsync(string runId, CancellationToken cancellationToken) => api.FindAsync<BufferedEvents>($"runs/{Escaped(runId)}/buffer", cancellationToken);

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
