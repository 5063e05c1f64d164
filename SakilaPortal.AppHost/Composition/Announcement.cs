using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SakilaPortal.AppHost.Composition;

internal static class AnnouncementExtensions
{
    public static void AnnounceWhenReady(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> web, IResourceBuilder<ProjectResource> api,
        IResourceBuilder<ProjectResource> pipeline, SakilaDatabase database, Aws aws)
    {
        IResource[] parts = [web.Resource, api.Resource, pipeline.Resource];
        var all = builder.Resources.ToArray();
        builder.Services.AddHostedService(services => new Announcement(
            all, parts, database.Migration.Resource, cancellationToken => DescribeAsync(web, database, aws, cancellationToken),
            services.GetRequiredService<ResourceNotificationService>(), services.GetRequiredService<IHostApplicationLifetime>()));
    }

    private static async Task<string> DescribeAsync(
        IResourceBuilder<ProjectResource> web, SakilaDatabase database, Aws aws, CancellationToken cancellationToken)
    {
        var lines = new List<string> { "", "Portal ready", "", $"  {web.GetEndpoint("http").Url}" };
        if (database.DemoPassword is { } parameter)
            lines.Add($"  sign in as clerk, partner, analyst or admin with password {await ((IValueProvider)parameter.Resource).GetValueAsync(cancellationToken)}");
        if (aws.Local is { } local)
            lines.AddRange(["", "  S3, Firehose, Glue and Athena for the AWS command line and SDKs:", .. await ExportsAsync(local, cancellationToken)]);
        return string.Join('\n', [.. lines, "", "  Ctrl-C stops everything.", ""]);
    }

    private static async Task<IEnumerable<string>> ExportsAsync(LocalAws local, CancellationToken cancellationToken)
    {
        var keys = from line in await File.ReadAllLinesAsync(local.Credentials, cancellationToken)
                   let pair = line.Split('=', 2, StringSplitOptions.TrimEntries)
                   where pair.Length == 2
                   select $"  export {pair[0].ToUpperInvariant()}={pair[1]}";
        return [$"  export AWS_ENDPOINT_URL={local.Url}", $"  export AWS_DEFAULT_REGION={AwsExtensions.Region}", .. keys];
    }
}

/// <summary>Says that the portal is ready, or, where it cannot become so, why, and stops.</summary>
internal sealed class Announcement(
    IReadOnlyList<IResource> all, IReadOnlyList<IResource> parts, IResource migration, Func<CancellationToken, Task<string>> describe,
    ResourceNotificationService notifications, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var healthy = new HashSet<string>();
        await foreach (var update in notifications.WatchAsync(stoppingToken))
        {
            if (Fails(update))
            {
                Environment.ExitCode = 1;
                await Console.Error.WriteLineAsync($"The portal cannot start, because {update.Resource.Name} has ended{ExitCode(update)}; its last lines above say why.");
                lifetime.StopApplication();
                return;
            }

            if (parts.Contains(update.Resource) && update.Snapshot.HealthStatus is HealthStatus.Healthy)
                healthy.Add(update.Resource.Name);
            if (healthy.Count == parts.Count)
            {
                Console.WriteLine(await describe(stoppingToken));
                return;
            }
        }
    }

    private static string ExitCode(ResourceEvent update) => update.Snapshot.ExitCode is { } code ? $" with exit code {code}" : "";

    /// <summary>Before the portal is ready, the end of any of its parts is the end of the start; only the migration is meant to end, and well.</summary>
    private bool Fails(ResourceEvent update) =>
        all.Contains(update.Resource) && KnownResourceStates.TerminalStates.Contains(update.Snapshot.State?.Text)
        && (update.Resource != migration || update.Snapshot.ExitCode != 0);
}
