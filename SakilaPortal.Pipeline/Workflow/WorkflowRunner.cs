namespace SakilaPortal.Pipeline.Workflow;

/// <summary>
/// Runs each node as soon as those that it builds on are done. A node that fails is tried again with back-off; what builds on one that
/// failed is skipped.
/// </summary>
internal sealed class WorkflowRunner(
    WorkflowGraph graph, RunHistory history, NodeBook book, NodeHolds holds, TimeProvider time, ILogger<WorkflowRunner> logger)
{
    private static readonly TimeSpan[] BackOff = [TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <returns>Why the run failed, or null.</returns>
    public async Task<string?> RunAsync(WorkflowRun run, CancellationToken cancellationToken)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = new Dictionary<string, Task<NodeOutcome>>();
        foreach (var node in graph.Nodes)
        {
            var before = node.After.Select(after => outcomes[after]).ToList();
            outcomes[node.Name] = Task.Run(() => RunAsync(node, run, before, broken), cancellationToken);
        }
        return await EndAsync(run, await Task.WhenAll(outcomes.Values), cancellationToken);
    }

    private async Task<string?> EndAsync(WorkflowRun run, NodeOutcome[] outcomes, CancellationToken cancellationToken)
    {
        var done = outcomes.Where(outcome => outcome.State == RunState.Succeeded && run.Includes(outcome.Node)).Select(outcome => outcome.Node).ToList();
        holds.Release(done);
        await holds.FailedAsync(outcomes.Where(outcome => outcome.State == RunState.Failed).Select(outcome => (outcome.Node, outcome.Reason!)), cancellationToken);
        if (run.Only is null)
            await book.FreshAsync(run, done, cancellationToken);
        var failure = outcomes.Where(outcome => outcome.State == RunState.Failed).Select(outcome => $"{outcome.Node}: {outcome.Reason}").FirstOrDefault();
        await history.RunEndedAsync(run, failure, cancellationToken);
        return failure;
    }

    private async Task<NodeOutcome> RunAsync(INode node, WorkflowRun run, List<Task<NodeOutcome>> before, CancellationTokenSource broken)
    {
        try
        {
            var missing = (await Task.WhenAll(before)).FirstOrDefault(outcome => outcome.State != RunState.Succeeded);
            return missing is not null ? await SkipAsync(node, run, missing, broken.Token)
                : !run.Includes(node.Name) ? new(node.Name, RunState.Succeeded)
                : holds.IsHeld(node.Name) && !run.IsAsked ? NodeOutcome.Held(node.Name)
                : await TryAsync(node, new(node.Name, run, history), broken.Token);
        }
        catch
        {
            await broken.CancelAsync();
            throw;
        }
    }

    private async Task<NodeOutcome> SkipAsync(INode node, WorkflowRun run, NodeOutcome missing, CancellationToken cancellationToken)
    {
        if (missing.IsHeld || !run.Includes(node.Name))
            return NodeOutcome.Held(node.Name);
        var outcome = new NodeOutcome(node.Name, RunState.Skipped, $"waits for {missing.Node}");
        await history.NodeIsAsync(run, new(node.Name, run, history), outcome.State, outcome.Reason, cancellationToken);
        return outcome;
    }

    private async Task<NodeOutcome> TryAsync(INode node, NodeRun nodeRun, CancellationToken cancellationToken)
    {
        for (; ; nodeRun.Attempt++)
        {
            try
            {
                await node.RunAsync(nodeRun, cancellationToken);
                await history.NodeIsAsync(nodeRun.Run, nodeRun, RunState.Succeeded, null, cancellationToken);
                return new(node.Name, RunState.Succeeded);
            }
            // Whatever a node ran into (network, storage, a query) is its failure to report, not the end of the worker.
            catch (Exception problem) when (problem is not LeaseLostException && !cancellationToken.IsCancellationRequested)
            {
                nodeRun.StartedAt ??= time.GetUtcNow().UtcDateTime;
                var isLast = nodeRun.Attempt > BackOff.Length;
                logger.NodeFailed(isLast ? problem : null, node.Name, nodeRun.Attempt, problem.Message);
                await history.NodeIsAsync(nodeRun.Run, nodeRun, isLast ? RunState.Failed : RunState.Retrying, problem.Message, cancellationToken);
                if (isLast)
                    return new(node.Name, RunState.Failed, problem.Message);
                await Task.Delay(BackOff[nodeRun.Attempt - 1], time, cancellationToken);
            }
        }
    }

    private sealed record NodeOutcome(string Node, string State, string? Reason = null)
    {
        private const string HeldState = "held";

        public bool IsHeld => State == HeldState;

        /// <summary>Not tried, and not worth a line in the history: it, or what it builds on, waits after an earlier failure.</summary>
        public static NodeOutcome Held(string node) => new(node, HeldState);
    }
}
