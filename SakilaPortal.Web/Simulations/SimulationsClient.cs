using System.Net;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Simulations;

internal sealed class SimulationsClient(ApiConnection api)
{
    /// <param name="query">What the list's address says, with its question mark.</param>
    public Task<Page<Simulation>> ListAsync(string query, CancellationToken cancellationToken) =>
        api.GetAsync<Page<Simulation>>($"simulations{query}", cancellationToken);

    public Task<Simulation> StartAsync(CreateSimulationRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<Simulation>("simulations", request, cancellationToken);

    /// <summary>Null when there is none of this id.</summary>
    public async Task<Simulation?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetAsync<Simulation>(Path(id), cancellationToken);
        }
        catch (ApiException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task<SimulationHistory> HistoryAsync(string id, CancellationToken cancellationToken) =>
        api.GetAsync<SimulationHistory>($"{Path(id)}/history", cancellationToken);

    public Task<DeliveryProgress> DeliveryAsync(string id, CancellationToken cancellationToken) =>
        api.GetAsync<DeliveryProgress>($"{Path(id)}/delivery", cancellationToken);

    public Task StopAsync(string id, CancellationToken cancellationToken) => api.DeleteAsync(Path(id), cancellationToken);

    private static string Path(string id) => $"simulations/{Uri.EscapeDataString(id)}";
}
