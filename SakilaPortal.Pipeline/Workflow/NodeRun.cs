namespace SakilaPortal.Pipeline.Workflow;

/// <summary>A node at work. It calls <see cref="FoundWorkAsync"/> once it knows that there is something to do: runs without work leave no trace.</summary>
internal sealed class NodeRun(string node, WorkflowRun run, RunHistory history)
{
    public string Node => node;
    public WorkflowRun Run => run;
    public long RunId => run.Id;
    public DateTime? StartedAt { get; set; }
    public int Attempt { get; set; } = 1;
    public long Rows { get; private set; }
    public long Bytes { get; private set; }
    public int Files { get; private set; }

    public Task FoundWorkAsync(CancellationToken cancellationToken) => history.NodeStartedAsync(run, this, cancellationToken);

    /// <summary>Counts what the node has made.</summary>
    public void Add(long rows, long bytes, int files) => (Rows, Bytes, Files) = (Rows + rows, Bytes + bytes, Files + files);
}
