namespace SakilaPortal.Contracts.Lake;

/// <summary>What a crawl would do now to the tables over landed files, and to the saved queries that read them.</summary>
/// <param name="At">UTC.</param>
public sealed record CrawlPreview(DateTime At, IReadOnlyList<CrawledTable> Tables);

/// <param name="State">new, changes, same or empty.</param>
/// <param name="Files">How many of the newest files were read for this, with <paramref name="Lines"/> records.</param>
/// <param name="NewColumns">In the files and not in the table.</param>
/// <param name="MissingColumns">In the table and in none of the records.</param>
/// <param name="ChangedTypes">Columns whose values are of another type than the table's.</param>
/// <param name="NewPartitions">Folders that are not catalogued yet.</param>
/// <param name="BrokenQueries">Saved queries that would fail or answer something else.</param>
/// <param name="SetAside">Lines of those files that are no valid event: a crawl sets them aside, and nothing else here counts them.</param>
public sealed record CrawledTable(
    string Database, string Table, string Location, string State, int Files, long Lines,
    IReadOnlyList<LakeColumn> NewColumns, IReadOnlyList<LakeColumn> MissingColumns, IReadOnlyList<ChangedType> ChangedTypes,
    IReadOnlyList<string> NewPartitions, IReadOnlyList<BrokenQuery> BrokenQueries, long SetAside = 0);

public sealed record ChangedType(string Name, string From, string To);

public sealed record BrokenQuery(string Id, string Name, string Reason);
