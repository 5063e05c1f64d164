namespace SakilaPortal.Pipeline.Catalog.Crawling;

/// <summary>
/// What a crawl would do now to the tables over the landing zone's <c>streaming/</c> and <c>vendor/</c> folders, and to the saved queries
/// that read them. Answered by <c>GET /lake/crawl-preview</c> as JSON in camelCase; nothing is changed by asking.
/// </summary>
/// <param name="At">UTC.</param>
internal sealed record CrawlPreview(DateTime At, IReadOnlyList<TablePreview> Tables);

/// <summary>One table, with how the newest files differ from it.</summary>
/// <param name="Database">As <c>landingzonedb</c>; a vendor source is compared with its clean table.</param>
/// <param name="Location">The folder that was looked at, as <c>s3://bucket/streaming/</c>.</param>
/// <param name="State"><c>new</c> (the table would be made), <c>changes</c>, <c>same</c>, or <c>empty</c> (no file to look at).</param>
/// <param name="Files">How many files were read for this, the newest first; <paramref name="Lines"/> how many of their records.</param>
/// <param name="NewColumns">In the files and not in the table. For streaming the crawl adds them at the end, as strings.</param>
/// <param name="MissingColumns">In the table and in none of the records: they read as NULL.</param>
/// <param name="ChangedTypes">Columns whose values are of another type than the table's. The table keeps its type.</param>
/// <param name="NewPartitions">As <c>2026/07</c>: folders that are not catalogued yet.</param>
/// <param name="BrokenQueries">Saved queries that would fail or answer something else.</param>
/// <param name="SetAside">Lines of the files that are no valid event: the crawl keeps them below <c>malformed/</c>, and nothing else here counts them.</param>
internal sealed record TablePreview(
    string Database, string Table, string Location, string State, int Files, long Lines,
    IReadOnlyList<ColumnPreview> NewColumns, IReadOnlyList<ColumnPreview> MissingColumns, IReadOnlyList<TypePreview> ChangedTypes,
    IReadOnlyList<string> NewPartitions, IReadOnlyList<QueryPreview> BrokenQueries, long SetAside);

/// <param name="Type">In Athena's words.</param>
internal sealed record ColumnPreview(string Name, string Type);

internal sealed record TypePreview(string Name, string From, string To);

/// <param name="Reason">A sentence, as "It reads film_id, which the newest files hold as string."</param>
internal sealed record QueryPreview(string Id, string Name, string Reason);
