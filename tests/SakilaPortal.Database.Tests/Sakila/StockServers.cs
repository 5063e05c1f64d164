using SakilaPortal.TestSupport;

namespace SakilaPortal.Database.Tests.Sakila;

/// <summary>Two servers, started when first asked for: one with the built-in Sakila, one with the official.</summary>
public sealed class StockServers : IAsyncLifetime
{
    private readonly Dictionary<string, Lazy<Task<PrivateServer>>> servers = new()
    {
        [BuiltIn] = new(() => StartAsync([])),
        [Official] = new(() => StartAsync(["--sakila", Repository.OfficialDump!])),
    };

    public const string BuiltIn = "built-in";
    public const string Official = "official";

    public async Task<MySqlConnection> OpenAsync(string which)
    {
        var server = await servers[which].Value;
        var connection = new MySqlConnection(server.ConnectionString() + ";AllowUserVariables=true");
        await connection.OpenAsync();
        await connection.ExecuteAsync("SET time_zone = '+00:00'");
        return connection;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in servers.Values.Where(server => server.IsValueCreated))
            await (await server.Value).DisposeAsync();
    }

    private static async Task<PrivateServer> StartAsync(string[] arguments)
    {
        var server = new PrivateServer();
        await server.InitializeAsync();
        await server.LoadAsync(arguments);
        return server;
    }
}

[CollectionDefinition(Name)]
public sealed class StockCollection : ICollectionFixture<StockServers>
{
    public const string Name = "stock";
}
