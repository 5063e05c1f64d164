using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Reports;

internal sealed class ReportsClient(ApiConnection api)
{
    public async Task<IReadOnlyList<Report>> ListAsync(CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<Report>>("reports", cancellationToken)).Items;

    public Task<Report> GetAsync(string id, CancellationToken cancellationToken) => api.GetAsync<Report>($"reports/{Escaped(id)}", cancellationToken);

    public async Task<string> StartAsync(string id, IReadOnlyDictionary<string, string?> parameters, CancellationToken cancellationToken) =>
        (await api.PostAsync<RunAccepted>($"reports/{Escaped(id)}/runs", new RunRequest(parameters), cancellationToken)).RunId;

    public Task<Run> RunAsync(string runId, CancellationToken cancellationToken) => api.GetAsync<Run>($"runs/{Escaped(runId)}", cancellationToken);

    public Task CancelAsync(string runId, CancellationToken cancellationToken) => api.DeleteAsync($"runs/{Escaped(runId)}", cancellationToken);

    public Task<RunRows> RowsAsync(string runId, string? token, int limit, CancellationToken cancellationToken) =>
        api.GetAsync<RunRows>($"runs/{Escaped(runId)}/rows?limit={limit}{(token is null ? null : $"&token={Escaped(token)}")}", cancellationToken);

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
