using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Caching.Memory;

namespace SakilaPortal.Api.Lake.Parquet;

/// <summary>Footers of files in S3 whose content never changes. Each is read once, by its end alone, as long as there is room to keep it.</summary>
internal sealed class ParquetFooters(IAmazonS3 s3) : IDisposable
{
    private const int MostKept = 20_000, AtOnce = 16;

    // Holds most footers whole, so that one request is enough.
    private const int Guess = 16 << 10;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public void Dispose() => kept.Dispose();

    /// <returns>Null where one is missing or is none.</returns>
    public async Task<IReadOnlyList<ParquetFooter>?> ReadAsync(IReadOnlyList<Uri> files, CancellationToken cancellationToken)
    {
        var footers = new ParquetFooter?[files.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, files.Count), options, async (i, cancelled) => footers[i] = await ReadAsync(files[i], cancelled));
        return footers.Contains(null) ? null : [.. footers.OfType<ParquetFooter>()];
    }

    private async Task<ParquetFooter?> ReadAsync(Uri file, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(file, out ParquetFooter? known))
            return known;
        try
        {
            var end = await EndAsync(file, Guess, cancellationToken);
            var length = ParquetFooter.MetadataLength(end.AsSpan(Math.Max(0, end.Length - ParquetFooter.EndLength)));
            if (length + ParquetFooter.EndLength > end.Length)
                end = await EndAsync(file, length + ParquetFooter.EndLength, cancellationToken);
            if (length + ParquetFooter.EndLength > end.Length)
                return null;
            var footer = ParquetFooter.Parse(end.AsSpan(end.Length - ParquetFooter.EndLength - length, length));
            return kept.Set(file, footer, new MemoryCacheEntryOptions { Size = 1 });
        }
        catch (InvalidDataException)
        {
            return null;
        }
        catch (AmazonS3Exception none) when (none.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return null;
        }
    }

    private async Task<byte[]> EndAsync(Uri file, int bytes, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = file.Host, Key = file.AbsolutePath[1..], ByteRange = new($"bytes=-{bytes}") };
        using var response = await s3.GetObjectAsync(request, cancellationToken);
        using var end = new MemoryStream(bytes);
        await response.ResponseStream.CopyToAsync(end, cancellationToken);
        return end.ToArray();
    }
}
