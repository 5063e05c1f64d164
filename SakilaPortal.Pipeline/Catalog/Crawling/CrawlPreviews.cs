using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Provisioning;
using SakilaPortal.Pipeline.Vendor;

namespace SakilaPortal.Pipeline.Catalog.Crawling;

/// <summary>Looks at the newest files of the crawled folders and says what a crawl would do.</summary>
internal sealed class CrawlPreviews(
    LakeObjects objects, LandingRegister register, LandedSamples samples, GlueCatalog catalog, IAmazonAthena athena, IOptions<LakeOptions> lake, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    public async Task<CrawlPreview> MakeAsync(CancellationToken cancellationToken)
    {
        var queries = await QueriesAsync(cancellationToken);
        var tables = new List<TablePreview> { await StreamingAsync(queries, cancellationToken) };
        var sources = await objects.FoldersAsync(lake.Value.Landing, Feed.Vendor, cancellationToken);
        foreach (var source in sources)
            tables.Add(await VendorAsync(source, queries, cancellationToken));
        return new(time.GetUtcNow().UtcDateTime, tables);
    }

    private async Task<TablePreview> StreamingAsync(List<SavedQuery> queries, CancellationToken cancellationToken)
    {
        var table = await catalog.FindAsync(Databases.Landing, StreamingTable.Name, cancellationToken);
        var months = await MonthsAsync(cancellationToken);
        var known = table is null ? [] : await catalog.PartitionsAsync(Databases.Landing, StreamingTable.Name, cancellationToken);
        var newest = months.Count == 0 ? [] : await NewestAsync($"{Feed.Streaming}{months[^1]}/", cancellationToken);
        var (files, seen, setAside) = await samples.ReadEventsAsync(newest, cancellationToken);
        var folder = new CrawledFolder(Databases.Landing, StreamingTable.Name, $"s3://{lake.Value.Landing}/{Feed.Streaming}", files, setAside);
        var preview = CrawlComparison.Compare(
            folder, table?.StorageDescriptor.Columns, seen, [.. months.Except(known)], [StreamingTable.Name, "streaming_films"], queries);
        return preview with { NewColumns = [.. preview.NewColumns.Select(column => column with { Type = StreamingTable.NewColumnType })] };
    }

    /// <summary>What was delivered lately: a month may hold very many objects.</summary>
    private async Task<List<S3Object>> NewestAsync(string month, CancellationToken cancellationToken)
    {
        var newest = new List<S3Object>();
        foreach (var (feed, key) in await register.LastKeysAsync(month, cancellationToken))
            if (Feed.StartAfter(key, Lately) is { } start)
                newest.AddRange(await objects.ListAsync(lake.Value.Landing, feed, start, cancellationToken));
        return newest.Count > 0 ? newest : await objects.ListAsync(lake.Value.Landing, month, null, cancellationToken);
    }

    private async Task<List<string>> MonthsAsync(CancellationToken cancellationToken)
    {
        var months = new List<string>();
        foreach (var year in await objects.FoldersAsync(lake.Value.Landing, Feed.Streaming, cancellationToken))
            foreach (var month in await objects.FoldersAsync(lake.Value.Landing, $"{Feed.Streaming}{year}/", cancellationToken))
                months.Add($"{year}/{month}");
        return months;
    }

    private async Task<TablePreview> VendorAsync(string source, List<SavedQuery> queries, CancellationToken cancellationToken)
    {
        var listed = await objects.ListAsync(lake.Value.Landing, $"{Feed.Vendor}{source}/", null, cancellationToken);
        // The newest file is also there as current; should it be missing, the last of the history is the newest.
        List<S3Object> newest = listed.FindAll(file => Path.GetFileNameWithoutExtension(file.Key) == "current");
        var (files, seen) = await samples.ReadVendorAsync(newest.Count > 0 ? newest : listed.TakeLast(1).ToList(), cancellationToken);
        var table = await catalog.FindAsync(Databases.Clean, source, cancellationToken);
        var folder = new CrawledFolder(Databases.Clean, source, $"s3://{lake.Value.Landing}/{Feed.Vendor}{source}/", files);
        var computed = VendorSource.Find(source)?.Columns.SelectMany(column => column.Computed).ToHashSet() ?? [];
        var columns = table?.StorageDescriptor.Columns.FindAll(column => !computed.Contains(column.Name));
        return CrawlComparison.Compare(folder, columns, seen, [], [source], queries);
    }

    private async Task<List<SavedQuery>> QueriesAsync(CancellationToken cancellationToken)
    {
        var queries = new List<SavedQuery>();
        var request = new ListNamedQueriesRequest { WorkGroup = WorkGroups.Analysts };
        do
        {
            var page = await athena.ListNamedQueriesAsync(request, cancellationToken);
            if (page.NamedQueryIds is { Count: > 0 } ids)
                queries.AddRange((await athena.BatchGetNamedQueryAsync(new() { NamedQueryIds = ids }, cancellationToken)).NamedQueries
                    .Select(query => new SavedQuery(query.NamedQueryId, query.Name, query.QueryString)));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return queries;
    }
}

internal static class CrawlPreviewExtensions
{
    public static IServiceCollection AddCrawlPreview(this IServiceCollection services) => services.AddSingleton<LandedSamples>().AddSingleton<CrawlPreviews>();

    /// <summary><c>GET /lake/crawl-preview</c> answers a <see cref="CrawlPreview"/>.</summary>
    public static IEndpointRouteBuilder MapCrawlPreview(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lake/crawl-preview", (CrawlPreviews previews, CancellationToken cancellationToken) => previews.MakeAsync(cancellationToken));
        return routes;
    }
}
