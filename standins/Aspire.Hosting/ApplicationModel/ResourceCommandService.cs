using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.ApplicationModel;

public static class KnownResourceCommands
{
    public static readonly string StartCommand = "start";
    public static readonly string StopCommand = "stop";
    public static readonly string RestartCommand = "restart";
}

public sealed class ExecuteCommandResult
{
    public required bool Success { get; init; }
    public string? ErrorMessage { get; init; }
}

/// <summary>Starts, stops and restarts single resources while the application runs.</summary>
public class ResourceCommandService
{
    private readonly Lazy<Orchestrator> orchestrator;

    internal ResourceCommandService(Lazy<Orchestrator> orchestrator) => this.orchestrator = orchestrator;

    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        if (commandName != KnownResourceCommands.StartCommand && commandName != KnownResourceCommands.StopCommand
            && commandName != KnownResourceCommands.RestartCommand)
            return new() { Success = false, ErrorMessage = $"Command '{commandName}' is not available for resource '{resource.Name}'." };

        if (commandName != KnownResourceCommands.StartCommand)
            await orchestrator.Value.StopAsync(resource, cancellationToken);
        if (commandName != KnownResourceCommands.StopCommand)
            orchestrator.Value.Start(resource);
        return new() { Success = true };
    }
}
