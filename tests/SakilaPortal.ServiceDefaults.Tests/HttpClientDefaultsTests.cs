using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SakilaPortal.ServiceDefaults.Tests;

public sealed class HttpClientDefaultsTests
{
    [Fact]
    public async Task AQuestionThatMeetsAStartingServiceIsAskedAgain()
    {
        await using var service = await Instance.StartAsync(attempt => attempt < 3 ? 503 : 200);
        using var host = HostKnowing(service);

        using var response = await ClientOf(host).GetAsync("http://api/films");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, service.Asked);
    }

    [Fact]
    public async Task AnOrderWithoutAKeyIsGivenOnce()
    {
        await using var service = await Instance.StartAsync(_ => 503);
        using var host = HostKnowing(service);

        using var response = await ClientOf(host).PostAsync("http://api/rentals", null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(1, service.Asked);
    }

    [Fact]
    public async Task AnOrderWithAKeyMayBeGivenAgain()
    {
        await using var service = await Instance.StartAsync(attempt => attempt == 1 ? 503 : 201);
        using var host = HostKnowing(service);
        using var order = new HttpRequestMessage(HttpMethod.Post, "http://api/rentals") { Headers = { { "Idempotency-Key", "one" } } };

        using var response = await ClientOf(host).SendAsync(order);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task InstancesTakeTurns()
    {
        await using var one = await Instance.StartAsync(_ => 200);
        await using var other = await Instance.StartAsync(_ => 200);
        using var host = HostKnowing(one, other);

        for (var question = 0; question < 4; question++)
            (await ClientOf(host).GetAsync("http://api/films")).Dispose();

        Assert.Equal((2, 2), (one.Asked, other.Asked));
    }

    [Fact]
    public async Task AnAddressThatIsNoneIsNamedWithItsKey()
    {
        using var host = HostWith(new() { ["services:api:http:0"] = "nowhere" });

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => ClientOf(host).PostAsync("http://api/films", null));

        Assert.Contains("'nowhere' in services:api:http", problem.Message, StringComparison.Ordinal);
    }

    private static IHost HostKnowing(params Instance[] instances) =>
        HostWith(instances.Index().ToDictionary(instance => $"services:api:http:{instance.Index}", string? (instance) => instance.Item.Address));

    private static IHost HostWith(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddServiceDefaults();
        return builder.Build();
    }

    private static HttpClient ClientOf(IHost host) => host.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
}
