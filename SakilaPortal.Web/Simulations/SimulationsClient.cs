using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Simulations;

internal sealed class SimulationsClient(ApiConnection api)
{
    public async Task<IReadOnlyList<Template>> TemplatesAsync(CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<Template>>("templates?pageSize=500", cancellationToken)).Items;

    public Task<PreviewResponse> PreviewAsync(string body, CancellationToken cancellationToken) =>
        api.PostAsync<PreviewResponse>("templates/preview", new PreviewRequest(body), cancellationToken);

    public Task<Page<Simulation>> ListAsync(int page, int pageSize, CancellationToken cancellationToken) =>
        api.GetAsync<Page<Simulation>>($"simulations?page={page}&pageSize={pageSize}", cancellationToken);

    public Task<Simulation> StartAsync(CreateSimulationRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<Simulation>("simulations", request, cancellationToken);

    public Task<Simulation> GetAsync(string id, CancellationToken cancellationToken) =>
        api.GetAsync<Simulation>($"simulations/{Uri.EscapeDataString(id)}", cancellationToken);

    public Task StopAsync(string id, CancellationToken cancellationToken) =>
        api.DeleteAsync($"simulations/{Uri.EscapeDataString(id)}", cancellationToken);
}
