using Amazon.S3;
using Microsoft.Extensions.Caching.Memory;
using SakilaPortal.Api.Lake.Parquet;

namespace SakilaPortal.Api.Reports.Scans;

/// <summary>What the columns of a version of a table take, summed over the files that its manifest names. A version never changes.</summary>
internal sealed class ParquetScans(IAmazonS3 s3, ParquetFooters footers) : IDisposable
{
    /// <summary>A table of more files counts whole.</summary>
    public const int MostFiles = 1000;

    private const int MostVersions = 500;
    private readonly MemoryCache versions = new(new MemoryCacheOptions { SizeLimit = MostVersions });

    public void Dispose() => versions.Dispose();

    /// <returns>Null when it has too many files, or some that tell nothing.</returns>
    public async Task<ParquetFooter?> SumAsync(string location, CancellationToken cancellationToken)
    {
        if (versions.TryGetValue(location, out ParquetFooter? known))
            return known;
        var files = await FilesAsync(location, cancellationToken);
        if (files.Count > MostFiles || await footers.ReadAsync(files, cancellationToken) is not { } read)
            return null;
        var columns = read.SelectMany(footer => footer.ColumnBytes).GroupBy(column => column.Key).ToDictionary(column => column.Key, column => column.Sum(bytes => bytes.Value));
        return versions.Set(location, new ParquetFooter(columns, read.Sum(footer => footer.OwnBytes)), new MemoryCacheEntryOptions { Size = 1 });
    }

    private async Task<List<Uri>> FilesAsync(string location, CancellationToken cancellationToken)
    {
        var files = new List<Uri>();
        await foreach (var manifest in s3.FilesAsync(location, cancellationToken))
        {
            using var response = await s3.GetObjectAsync(new Uri(location).Host, manifest.Key, cancellationToken);
            using var reader = new StreamReader(response.ResponseStream);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
                if (line.Trim() is { Length: > 0 } address)
                    files.Add(new(address));
        }
        return files;
    }
}
