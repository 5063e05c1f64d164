using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Simulations;

internal static class Simulating
{
    public static Task<JsonElement> StartAsync(this HttpClient client, object request) =>
        client.PostAsJsonAsync("/api/simulations", request).JsonAsync(HttpStatusCode.Created);

    /// <summary>The simulation, once it runs no more.</summary>
    public static async Task<JsonElement> EndAsync(this HttpClient client, string id)
    {
        JsonElement simulation = default;
        await Eventually.IsAsync(
            async () => (simulation = await client.GetAsync($"/api/simulations/{id}").JsonAsync()).Text("state") != "running", $"simulation {id} ended");
        return simulation;
    }

    public static (int Attempted, int Accepted, int Rejected, int Retried) Counts(this JsonElement simulation) =>
        (simulation.Int("attempted"), simulation.Int("accepted"), simulation.Int("rejected"), simulation.Int("retried"));
}
