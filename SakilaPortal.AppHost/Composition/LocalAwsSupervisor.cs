using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SakilaPortal.AppHost.Composition;

/// <summary>
/// Brings LocalAws back when it has died, because everything else waits for it. A person who starts it by hand on its port comes first:
/// while the port is served, and for a moment after, it is left alone.
/// </summary>
internal sealed class LocalAwsSupervisor(LocalAws local, ResourceNotificationService notifications, ResourceCommandService commands) : BackgroundService
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var update in notifications.WatchAsync(stoppingToken))
            if (update.Resource == local.Service.Resource && HasDied(update.Snapshot))
                await BringBackAsync(stoppingToken);
    }

    // An exit code of 0 or 143 is that of a service which was asked to end, by the dashboard or by the end of everything.
    private static bool HasDied(CustomResourceSnapshot snapshot) =>
        KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text) && snapshot.ExitCode is not (null or 0 or 143);

    private async Task BringBackAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"LocalAws has died. It is started again in {Grace.TotalSeconds} s, unless you start it yourself before: {local.CommandLine}");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        var free = TimeSpan.Zero;
        while (free < Grace && await timer.WaitForNextTickAsync(cancellationToken))
            free = await IsServedAsync(cancellationToken) ? TimeSpan.Zero : free + timer.Period;
        await commands.ExecuteCommandAsync(local.Service.Resource, KnownResourceCommands.StartCommand, cancellationToken);
    }

    private async Task<bool> IsServedAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, local.Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

internal static class LocalAwsSupervisorExtensions
{
    public static void AddSupervisor(this IDistributedApplicationBuilder builder, LocalAws local) =>
        builder.Services.AddHostedService(services => new LocalAwsSupervisor(
            local, services.GetRequiredService<ResourceNotificationService>(), services.GetRequiredService<ResourceCommandService>()));
}
