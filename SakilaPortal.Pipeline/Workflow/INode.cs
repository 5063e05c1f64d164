namespace SakilaPortal.Pipeline.Workflow;

/// <summary>A step of the workflow. It finds its own work from what is written down, so a run after a crash goes on where the last one ended.</summary>
internal interface INode
{
    string Name { get; }

    /// <summary>The nodes whose results it builds on.</summary>
    IReadOnlyList<string> After { get; }

    /// <summary>The tables that it makes, each as <c>database.table</c>.</summary>
    Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    Task RunAsync(NodeRun run, CancellationToken cancellationToken);
}
