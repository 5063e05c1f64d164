using System.Diagnostics;
using Xunit;

namespace SakilaPortal.TestSupport;

/// <summary>A private MySQL server on a free port and a temporary folder, installed first where it is missing and may be.</summary>
public class MariaDbFixture : IAsyncLifetime
{
    private const string RootPassword = "private-to-this-test";
    private readonly string folder = Directory.CreateTempSubdirectory("sakila-mysql-").FullName;
    private MySqlProcess? server;

    public int Port { get; } = ServiceProcess.FreePort();

    /// <summary>The server's connection string, with a database where one is named.</summary>
    public string ConnectionString(string? database = "sakila") =>
        MySqlProcess.ConnectionString(Port, RootPassword) + (database is null ? "" : $";Database={database}");

    public virtual async Task InitializeAsync()
    {
        server = await MySqlProcess.StartAsync(Path.Combine(folder, "data"), RootPassword, Port);
    }

    /// <summary>Runs SakilaPortal.Database against the server: both schemas, and the sample unless arguments say otherwise.</summary>
    public async Task LoadAsync(IEnumerable<string>? arguments = null, string demoPassword = "demo-password-of-a-test")
    {
        var (exitCode, output) = await RunLoaderAsync(arguments, demoPassword);
        if (exitCode != 0)
            throw new InvalidOperationException($"SakilaPortal.Database ended with exit code {exitCode}: {output}");
    }

    /// <summary>Runs SakilaPortal.Database against the server to its end, whichever that is.</summary>
    public async Task<(int ExitCode, string Output)> RunLoaderAsync(IEnumerable<string>? arguments = null, string? demoPassword = null)
    {
        using var loader = StartLoader(arguments, demoPassword);
        var printed = loader.StandardOutput.ReadToEndAsync();
        var errors = loader.StandardError.ReadToEndAsync();
        await loader.WaitForExitAsync();
        return (loader.ExitCode, await printed + await errors);
    }

    /// <summary>Starts SakilaPortal.Database against the server.</summary>
    public Process StartLoader(IEnumerable<string>? arguments = null, string? demoPassword = null)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program("SakilaPortal.Database"), "--connection", ConnectionString(), .. arguments ?? []])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["Accounts__DemoPassword"] = demoPassword;
        return Process.Start(start)!;
    }

    public virtual async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
