using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Simulations;

internal sealed class SimulationsClient(ApiConnection api)
{
    public Task<Page<Simulation>> ListAsync(int page, int pageSize, CancellationToken cancellationToken) =>
        api.GetAsync<Page<Simulation>>($"simulations?page={page}&pageSize={pageSize}", cancellationToken);

    public Task<Simulation> StartAsync(CreateSimulationRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<Simulation>("simulations", request, cancellationToken);

    public Task<Simulation> GetAsync(string id, CancellationToken cancellationToken) => api.GetAsync<Simulation>(Path(id), cancellationToken);

    public Task<SimulationHistory> HistoryAsync(string id, CancellationToken cancellationToken) =>
        api.GetAsync<SimulationHistory>($"{Path(id)}/history", cancellationToken);

    public Task<DeliveryProgress> DeliveryAsync(string id, CancellationToken cancellationToken) =>
        api.GetAsync<DeliveryProgress>($"{Path(id)}/delivery", cancellationToken);

    public Task StopAsync(string id, CancellationToken cancellationToken) => api.DeleteAsync(Path(id), cancellationToken);

    private static string Path(string id) => $"simulations/{Uri.EscapeDataString(id)}";
}
