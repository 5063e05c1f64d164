namespace SakilaPortal.Pipeline.Workflow;

/// <summary>The nodes, each after those that it builds on.</summary>
internal sealed class WorkflowGraph
{
    /// <exception cref="InvalidOperationException">A node builds on one that does not exist, or on itself.</exception>
    public WorkflowGraph(IEnumerable<INode> nodes)
    {
        var left = nodes.ToList();
        var ordered = new List<INode>();
        while (left.Count > 0)
        {
            var placed = ordered.Select(node => node.Name).ToHashSet();
            var next = left.FirstOrDefault(node => node.After.All(placed.Contains)) ?? throw new InvalidOperationException(
                $"The workflow's node '{left[0].Name}' builds on {string.Join(", ", left[0].After.Except(placed))}, which does not exist or builds on it in turn. Mend its After.");
            ordered.Add(next);
            left.Remove(next);
        }
        Nodes = ordered;
    }

    public IReadOnlyList<INode> Nodes { get; }

    /// <summary>These nodes and all that build on them, however far.</summary>
    public HashSet<string> WithDependants(IEnumerable<string> names)
    {
        var found = names.ToHashSet();
        foreach (var node in Nodes)
            if (node.After.Any(found.Contains))
                found.Add(node.Name);
        return found;
    }
}
