using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MySqlConnector;

namespace Aspire.Hosting;

public static class MySqlBuilderExtensions
{
    public static IResourceBuilder<MySqlServerResource> AddMySql(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var server = new MySqlServerResource(name, password?.Resource
            ?? throw new DistributedApplicationException($"'{name}' needs a password parameter; none is made up here."));
        builder.Services.AddHealthChecks().AddAsyncCheck($"{name}_check", async cancellationToken =>
        {
            await using var connection = await OpenAsync(server, cancellationToken);
            return HealthCheckResult.Healthy();
        });
        return builder.AddResource(server)
            .WithEndpoint(port: port, targetPort: 3306, name: server.PrimaryEndpoint.EndpointName)
            .WithAnnotation(new ContainerImageAnnotation { Registry = "docker.io", Image = "library/mysql", Tag = "9.7" })
            .WithEnvironment("MYSQL_ROOT_PASSWORD", builder.CreateResourceBuilder(server.PasswordParameter))
            .WithHealthCheck($"{name}_check")
            .OnResourceReady(CreateDatabasesAsync);
    }

    public static IResourceBuilder<MySqlDatabaseResource> AddDatabase(
        this IResourceBuilder<MySqlServerResource> builder, string name, string? databaseName = null)
    {
        var database = new MySqlDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.DatabaseResources.Add(database);
        return builder.ApplicationBuilder.AddResource(database);
    }

    public static IResourceBuilder<MySqlServerResource> WithDataVolume(
        this IResourceBuilder<MySqlServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithMount(name ?? $"{builder.ApplicationBuilder.Environment.ApplicationName.ToLowerInvariant()}-{builder.Resource.Name}-data", ContainerMountType.Volume, isReadOnly);

    public static IResourceBuilder<MySqlServerResource> WithDataBindMount(
        this IResourceBuilder<MySqlServerResource> builder, string source, bool isReadOnly = false) =>
        builder.WithMount(Path.GetFullPath(source, builder.ApplicationBuilder.AppHostDirectory), ContainerMountType.BindMount, isReadOnly);

    private static IResourceBuilder<MySqlServerResource> WithMount(
        this IResourceBuilder<MySqlServerResource> builder, string source, ContainerMountType type, bool isReadOnly) =>
        builder.WithAnnotation(new ContainerMountAnnotation(source, "/var/lib/mysql", type, isReadOnly));

    private static async Task CreateDatabasesAsync(MySqlServerResource server, ResourceReadyEvent ready, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(server, cancellationToken);
        foreach (var database in server.DatabaseResources)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"CREATE DATABASE IF NOT EXISTS `{database.DatabaseName.Replace("`", "``", StringComparison.Ordinal)}`";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<MySqlConnection> OpenAsync(MySqlServerResource server, CancellationToken cancellationToken)
    {
        var connection = new MySqlConnection(await server.ConnectionStringExpression.GetValueAsync(cancellationToken));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
