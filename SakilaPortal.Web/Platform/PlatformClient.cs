using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Platform;

internal sealed class PlatformClient(ApiConnection api)
{
    public Task<Page<LakeTable>> TablesAsync(CancellationToken cancellationToken) => api.GetAsync<Page<LakeTable>>("lake/tables", cancellationToken);

    public Task<LakeTableDetail> TableAsync(string database, string name, CancellationToken cancellationToken) =>
        api.GetAsync<LakeTableDetail>($"lake/tables/{Uri.EscapeDataString(database)}/{Uri.EscapeDataString(name)}", cancellationToken);

    public Task<LakeSample> SampleAsync(string database, string name, CancellationToken cancellationToken) =>
        api.GetAsync<LakeSample>($"lake/tables/{Uri.EscapeDataString(database)}/{Uri.EscapeDataString(name)}/sample", cancellationToken);

    public Task<Contracts.Lake.Ledger> LedgerAsync(bool full, CancellationToken cancellationToken) =>
        api.GetAsync<Contracts.Lake.Ledger>($"lake/ledger?full={full}", cancellationToken);

    public Task<Trace> RentalTraceAsync(string id, CancellationToken cancellationToken) =>
        api.GetAsync<Trace>($"rentals/{Uri.EscapeDataString(id)}/trace", cancellationToken);

    public Task<Trace> EventTraceAsync(string id, CancellationToken cancellationToken) =>
        api.GetAsync<Trace>($"partner-events/{Uri.EscapeDataString(id)}/trace", cancellationToken);

    public Task<Contracts.Lake.Workflow> WorkflowAsync(CancellationToken cancellationToken) => api.GetAsync<Contracts.Lake.Workflow>("workflow", cancellationToken);

    public Task<Page<WorkflowRun>> RunsAsync(int page, int pageSize, CancellationToken cancellationToken) =>
        api.GetAsync<Page<WorkflowRun>>($"workflow/runs?page={page}&pageSize={pageSize}", cancellationToken);

    public Task<WorkflowRequested> RunAsync(long? resumeOf, CancellationToken cancellationToken) =>
        api.PostAsync<WorkflowRequested>("workflow/runs", new RequestWorkflowRun(resumeOf), cancellationToken);

    public Task CancelAsync(long runId, CancellationToken cancellationToken) => api.DeleteAsync($"workflow/runs/{runId}", cancellationToken);

    public Task<CrawlPreview> CrawlAsync(CancellationToken cancellationToken) => api.GetAsync<CrawlPreview>("lake/crawl-preview", cancellationToken);

    public Task<LakeHealth> HealthAsync(CancellationToken cancellationToken) => api.GetAsync<LakeHealth>("lake/health", cancellationToken);
}
