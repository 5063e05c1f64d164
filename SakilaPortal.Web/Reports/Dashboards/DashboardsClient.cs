using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Reports.Dashboards;

internal sealed class DashboardsClient(ApiConnection api)
{
    public async Task<IReadOnlyList<Dashboard>> ListAsync(CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<Dashboard>>("dashboards", cancellationToken)).Items;

    public Task<Dashboard> GetAsync(long id, CancellationToken cancellationToken) => api.GetAsync<Dashboard>($"dashboards/{id}", cancellationToken);

    public Task<Dashboard> SaveAsync(long? id, DashboardRequest request, CancellationToken cancellationToken) => id is null
        ? api.PostAsync<Dashboard>("dashboards", request, cancellationToken)
        : api.PutAsync<Dashboard>($"dashboards/{id}", request, cancellationToken);

    public Task DeleteAsync(long id, CancellationToken cancellationToken) => api.DeleteAsync($"dashboards/{id}", cancellationToken);
}
