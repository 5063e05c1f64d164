using Microsoft.Extensions.Configuration;
using SakilaPortal.AppHost.Data;
using SakilaPortal.AppHost.Options;

namespace SakilaPortal.AppHost.Composition;

/// <summary>The database, and the run that creates, migrates and fills it, which everyone waits for.</summary>
internal sealed record SakilaDatabase(
    IResourceBuilder<IResourceWithConnectionString> Connection, IResourceBuilder<ProjectResource> Migration, IResourceBuilder<ParameterResource>? DemoPassword);

internal static class SakilaDatabaseExtensions
{
    private const string DemoPasswordKey = "Parameters:demo-password";

    /// <summary>Adds the database of <c>ConnectionStrings:sakila</c> where that is given, else a server of our own, and what fills it.</summary>
    public static async Task<SakilaDatabase> AddSakilaDatabase(
        this IDistributedApplicationBuilder builder, PortalOptions options, Ports ports, DataFolder data)
    {
        var migration = builder.AddProject<Projects.SakilaPortal_Database>("database", launchProfileName: null).WithPortalDefaults()
            .WithArgs("--scale", $"{options.Scale}");
        if (options.Sakila is not null)
            migration.WithArgs("--sakila", options.Sakila);

        var connection = builder.HasOwnConnectionString()
            ? builder.AddConnectionString("sakila")
            : await builder.AddMySqlServer(migration, ports, data);
        migration.WithReference(connection);

        if (!options.Aws)
            builder.Configuration[DemoPasswordKey] ??= data.Secret("demo-password");
        if (builder.Configuration[DemoPasswordKey] is null)
            return new(connection, migration, null);

        var demoPassword = builder.AddParameter("demo-password", secret: true);
        migration.WithEnvironment("Accounts__DemoPassword", demoPassword);
        return new(connection, migration, demoPassword);
    }

    public static IResourceBuilder<ProjectResource> WithSakila(this IResourceBuilder<ProjectResource> project, SakilaDatabase database) =>
        project.WithReference(database.Connection).WaitForCompletion(database.Migration);

    /// <summary>The names, in <c>Ports</c>, of the parts that this composition is going to start.</summary>
    public static IEnumerable<string> PartsThatListen(this IDistributedApplicationBuilder builder, PortalOptions options)
    {
        if (options.Aws && !builder.HasOwnConnectionString())
            throw new StartException("--aws needs a database: give it as --ConnectionStrings:sakila=\"Server=…;User ID=…;Password=…;Database=sakila\".", exitCode: 2);

        return new[] { "Web", "Api", "Pipeline" }
            .Concat(options.Aws ? [] : ["LocalAws"])
            .Concat(builder.HasOwnConnectionString() ? [] : ["MySql"]);
    }

    private static bool HasOwnConnectionString(this IDistributedApplicationBuilder builder) =>
        !string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("sakila"));
}
