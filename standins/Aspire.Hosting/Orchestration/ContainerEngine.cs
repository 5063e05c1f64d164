using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs containers with docker or podman, where an engine really answers.</summary>
internal static class ContainerEngine
{
    private static readonly string[] Commands = ["docker", "podman"];

    public static async Task<CommandLine> CreateAsync(
        ContainerResource resource, IReadOnlyList<string> arguments, Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var image = resource.Annotations.OfType<ContainerImageAnnotation>().Last();
        var command = await FindAsync(cancellationToken) ?? throw new DistributedApplicationException(
            $"'{resource.Name}' runs in a container, and no container engine answers (asked: {string.Join(", ", Commands)}). Start one and try again.");

        List<string> run = ["run", "--rm", "--init", "--name", $"{resource.Name}-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}"];
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            run.AddRange(["--publish", $"127.0.0.1:{endpoint.AllocatedEndpoint!.Port}:{endpoint.TargetPort ?? endpoint.AllocatedEndpoint.Port}"]);
        foreach (var mount in resource.Annotations.OfType<ContainerMountAnnotation>())
            run.AddRange(["--volume", $"{mount.Source}:{mount.Target}{(mount.IsReadOnly ? ":ro" : "")}"]);
        // By name only: the values go through the environment, where no list of processes shows them.
        foreach (var name in environment.Keys)
            run.AddRange(["--env", name]);
        if (resource.Entrypoint is not null)
            run.AddRange(["--entrypoint", resource.Entrypoint]);
        run.Add($"{(image.Registry is null ? "" : $"{image.Registry}/")}{image.Image}:{image.Tag ?? "latest"}");
        return new(command, [.. run, .. arguments], Directory.GetCurrentDirectory(), environment);
    }

    private static async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var command in Commands)
            if (await AnswersAsync(command, cancellationToken))
                return command;
        return null;
    }

    private static async Task<bool> AnswersAsync(string command, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, ["info"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
