namespace SakilaPortal.Pipeline.Workflow;

/// <summary>
/// Nodes that are not tried again for a while: those that failed, for longer each time, and those whose run was cancelled. What does not
/// build on them goes on; a request tries them at once.
/// </summary>
internal sealed class NodeHolds(NodeBook book, TimeProvider time)
{
    private static readonly TimeSpan AfterCancel = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, Hold> _holds = [];

    /// <summary>What failed and is held for it, or null.</summary>
    public string? Problem => _holds.Values.Where(hold => !hold.IsCancelled).Select(hold => $"{hold.Node}: {hold.Reason}").FirstOrDefault();

    public bool IsHeld(string node) => _holds.TryGetValue(node, out var hold) && hold.Until > time.GetUtcNow();

    public Task FailedAsync(IEnumerable<(string Node, string Reason)> failures, CancellationToken cancellationToken) =>
        HoldAsync(failures.Select(failure =>
        {
            var pause = _holds.TryGetValue(failure.Node, out var before) && !before.IsCancelled ? before.Pause * 2 : First;
            return new Hold(failure.Node, pause < Longest ? pause : Longest, failure.Reason);
        }), cancellationToken);

    public Task CancelledAsync(IEnumerable<string> nodes, string reason, CancellationToken cancellationToken) =>
        HoldAsync(nodes.Select(node => new Hold(node, AfterCancel, reason, IsCancelled: true)), cancellationToken);

    public void Release(IEnumerable<string> nodes)
    {
        foreach (var node in nodes)
            _holds.Remove(node);
    }

    /// <summary>After an outage everything is tried at once.</summary>
    public void ReleaseAll() => _holds.Clear();

    private async Task HoldAsync(IEnumerable<Hold> holds, CancellationToken cancellationToken)
    {
        var added = holds.Select(hold => hold with { Until = time.GetUtcNow() + hold.Pause }).ToList();
        foreach (var hold in added)
            _holds[hold.Node] = hold;
        if (added.Count > 0)
            await book.HeldAsync(added, cancellationToken);
    }
}

internal sealed record Hold(string Node, TimeSpan Pause, string Reason, bool IsCancelled = false, DateTimeOffset Until = default);
