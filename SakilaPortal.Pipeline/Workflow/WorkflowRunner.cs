namespace SakilaPortal.Pipeline.Workflow;

/// <summary>Runs the nodes in their order. A node that fails is tried again with back-off; what builds on one that failed is skipped.</summary>
internal sealed class WorkflowRunner(IEnumerable<INode> nodes, RunHistory history, TimeProvider time, ILogger<WorkflowRunner> logger)
{
    private static readonly TimeSpan[] BackOff = [TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <returns>Why the run failed, or null.</returns>
    public async Task<string?> RunAsync(WorkflowRun run, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<string, string>();
        foreach (var node in nodes)
        {
            var nodeRun = new NodeRun(node.Name, run, history);
            if (node.After.FirstOrDefault(failures.ContainsKey) is { } failed)
            {
                failures[node.Name] = $"waits for {failed}";
                await history.NodeIsAsync(run, nodeRun, RunState.Skipped, failures[node.Name], cancellationToken);
            }
            else if (await TryAsync(node, run, nodeRun, cancellationToken) is { } reason)
                failures[node.Name] = reason;
        }
        var failure = failures.Select(f => $"{f.Key}: {f.Value}").FirstOrDefault();
        await history.RunEndedAsync(run, failure, cancellationToken);
        return failure;
    }

    private async Task<string?> TryAsync(INode node, WorkflowRun run, NodeRun nodeRun, CancellationToken cancellationToken)
    {
        for (; ; nodeRun.Attempt++)
        {
            try
            {
                await node.RunAsync(nodeRun, cancellationToken);
                await history.NodeIsAsync(run, nodeRun, RunState.Succeeded, null, cancellationToken);
                return null;
            }
            // Whatever a node ran into (network, storage, a query) is its failure to report, not the end of the worker.
            catch (Exception problem) when (problem is not LeaseLostException && !cancellationToken.IsCancellationRequested)
            {
                nodeRun.StartedAt ??= time.GetUtcNow().UtcDateTime;
                var isLast = nodeRun.Attempt > BackOff.Length;
                logger.NodeFailed(isLast ? problem : null, node.Name, nodeRun.Attempt, problem.Message);
                await history.NodeIsAsync(run, nodeRun, isLast ? RunState.Failed : RunState.Retrying, problem.Message, cancellationToken);
                if (isLast)
                    return problem.Message;
                await Task.Delay(BackOff[nodeRun.Attempt - 1], time, cancellationToken);
            }
        }
    }
}

internal static partial class WorkflowLog
{
    [LoggerMessage(LogLevel.Warning, "{Node} failed at attempt {Attempt}: {Reason}")]
    public static partial void NodeFailed(this ILogger logger, Exception? problem, string node, int attempt, string reason);

    [LoggerMessage(LogLevel.Warning, "The workflow cannot go on: {Reason} Trying again in {Seconds} s.")]
    public static partial void CannotGoOn(this ILogger logger, string reason, double seconds);

    [LoggerMessage(LogLevel.Information, "Another worker holds the lease; standing by.")]
    public static partial void StandingBy(this ILogger logger);
}
