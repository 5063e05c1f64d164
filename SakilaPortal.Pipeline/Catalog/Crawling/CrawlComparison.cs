using System.Text.RegularExpressions;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Catalog.Crawling;

/// <summary>How files differ from the table over them, and which saved queries that concerns. It only compares; nothing is read or changed.</summary>
internal static partial class CrawlComparison
{
    /// <param name="columns">Of the table; null when there is none.</param>
    /// <param name="readers">The tables through which queries see the files: the table itself and what is made of it.</param>
    public static TablePreview Compare(
        CrawledFolder folder, IReadOnlyList<Column>? columns, ObservedColumns seen, IReadOnlyList<string> newPartitions,
        IReadOnlyList<string> readers, IReadOnlyList<SavedQuery> queries)
    {
        var known = (columns ?? []).ToDictionary(column => column.Name, column => column.Type);
        var types = seen.Types;
        var added = types.Where(column => !known.ContainsKey(column.Key) && !known.ContainsKey(Leaf(column.Key))).Select(column => new ColumnPreview(column.Key, column.Value)).ToList();
        var missing = seen.Records == 0 ? [] : known.Where(column => !types.Keys.Any(name => name == column.Key || Leaf(name) == column.Key))
            .Select(column => new ColumnPreview(column.Key, column.Value)).ToList();
        var changed = types.Where(column => known.TryGetValue(column.Key, out var type) && !ObservedColumns.Holds(type, column.Value))
            .Select(column => new TypePreview(column.Key, known[column.Key], column.Value)).ToList();
        var state = seen.Records + folder.SetAside == 0 && newPartitions.Count == 0 ? "empty"
            : columns is null ? "new"
            : added.Count + missing.Count + changed.Count + newPartitions.Count > 0 ? "changes" : "same";
        return new(folder.Database, folder.Table, folder.Location, state, folder.Files, seen.Records, added, missing, changed, newPartitions,
            columns is null ? [] : [.. Broken(queries, readers, missing, changed)], folder.SetAside);
    }

    private static IEnumerable<QueryPreview> Broken(
        IReadOnlyList<SavedQuery> queries, IReadOnlyList<string> readers, List<ColumnPreview> missing, List<TypePreview> changed)
    {
        foreach (var query in queries)
        {
            var words = Word().Matches(Comment().Replace(query.Sql, " ")).Select(word => word.Value.ToLowerInvariant()).ToHashSet();
            if (!readers.Any(words.Contains))
                continue;
            var reasons = changed.Where(column => words.Contains(column.Name)).Select(column => $"It reads {column.Name}, which is {column.From} in the table and {column.To} in the newest files.")
                .Concat(missing.Where(column => words.Contains(column.Name)).Select(column => $"It reads {column.Name}, which the newest files no longer have."));
            if (reasons.FirstOrDefault() is { } reason)
                yield return new(query.Id, query.Name, reason);
        }
    }

    /// <summary>A nested field's own name: tables made of nested files often go by it.</summary>
    private static string Leaf(string name) => name[(name.IndexOf('_') + 1)..];

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", RegexOptions.Singleline)]
    private static partial Regex Comment();
}

/// <param name="Files">How many of it were read; <paramref name="SetAside"/> how many of their lines are no valid record.</param>
internal sealed record CrawledFolder(string Database, string Table, string Location, int Files, long SetAside = 0);

internal sealed record SavedQuery(string Id, string Name, string Sql);
