using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MySqlConnector;
using SakilaPortal.AppHost.Data;
using SakilaPortal.AppHost.MySql;
using SakilaPortal.AppHost.Options;

namespace SakilaPortal.AppHost.Composition;

internal static class MySqlServerExtensions
{
    private const string Name = "mysql";
    private const string Endpoint = "tcp";

    /// <summary>Adds a server of our own: a program on this machine, else a container, else what Debian's packages bring.</summary>
    public static async Task<IResourceBuilder<IResourceWithConnectionString>> AddMySqlServer(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> migration, Ports ports, DataFolder data)
    {
        var password = builder.AddParameter("mysql-password", data.Secret("mysql-password"), secret: true);
        return MySqlInstallation.Find() is null && await ContainersRunAsync()
            ? builder.Connect(builder.AddContainerServer(password, ports, data), migration, password)
            : builder.Connect(await builder.AddPrivateServer(ports, data), migration, password);
    }

    private static IResourceBuilder<IResourceWithConnectionString> Connect<TServer>(
        this IDistributedApplicationBuilder builder, IResourceBuilder<TServer> server, IResourceBuilder<ProjectResource> migration,
        IResourceBuilder<ParameterResource> password) where TServer : IResourceWithEndpoints
    {
        migration.WaitFor((IResourceBuilder<IResource>)server);
        return builder.AddConnectionString("sakila", ReferenceExpression.Create(
            $"Server=127.0.0.1;Port={server.GetEndpoint(Endpoint).Property(EndpointProperty.Port)};User ID=root;Password={password};Database=sakila"));
    }

    private static IResourceBuilder<MySqlServerResource> AddContainerServer(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ParameterResource> password, Ports ports, DataFolder data) =>
        builder.AddMySql(Name, password, ports["MySql"])
            .WithDataBindMount(Path.Combine(data.FullPath, "mysql-container"))
            .WithArgs("--default-time-zone=+00:00", "--log-bin-trust-function-creators=ON");

    private static async Task<IResourceBuilder<ExecutableResource>> AddPrivateServer(
        this IDistributedApplicationBuilder builder, Ports ports, DataFolder data)
    {
        var password = data.Secret("mysql-password");
        try
        {
            var mysql = new PrivateMySql(await PrivateMySql.FindOrInstallAsync(Console.WriteLine, CancellationToken.None), data.MySql);
            await mysql.InitialiseAsync(password, CancellationToken.None);
            builder.Services.AddHealthChecks().AddAsyncCheck($"{Name}_check", token =>
                PingAsync($"Server=127.0.0.1;Port={ports["MySql"]};User ID=root;Password={password}", token));
            return builder.AddExecutable(Name, mysql.Server, data.FullPath, mysql.ArgumentsFor(ports["MySql"]))
                .WithEndpoint(port: ports["MySql"], scheme: "tcp", name: Endpoint, isProxied: false)
                .WithHealthCheck($"{Name}_check");
        }
        catch (MySqlUnavailableException reason)
        {
            throw new StartException(reason.Message);
        }
    }

    private static async Task<HealthCheckResult> PingAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new MySqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (MySqlException failure)
        {
            return HealthCheckResult.Unhealthy(failure.Message);
        }
    }

    /// <summary>A command that is installed says nothing; only a daemon that answers can run a container.</summary>
    private static async Task<bool> ContainersRunAsync()
    {
        foreach (var engine in new[] { "docker", "podman" })
            if (await AnswersAsync(engine))
                return true;
        return false;
    }

    private static async Task<bool> AnswersAsync(string engine)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(engine, ["info"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
