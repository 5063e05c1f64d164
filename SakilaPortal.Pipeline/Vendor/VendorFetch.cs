using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Brings a source's file to this machine, from a path or over HTTP, if it is not what was brought before.</summary>
internal sealed class VendorFetch(IHttpClientFactory clients, IOptions<VendorOptions> options)
{
    public const string ClientName = "vendor";
    private const int Megabyte = 1 << 20;

    /// <returns>What marks this content; null when the source has nothing new.</returns>
    /// <exception cref="VendorException">It cannot be brought.</exception>
    public async Task<ContentMark?> FetchAsync(string location, ContentMark known, string path, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            return Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? await OverHttpAsync(address, known, path, limit.Token)
                : await FromFileAsync(address?.Scheme == "file" ? address.LocalPath : location, known, path, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new VendorException($"{location} did not come within {options.Value.TimeoutSeconds} s (Vendor:TimeoutSeconds).");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            throw new VendorException($"{location} cannot be read: {failed.Message}");
        }
    }

    private async Task<ContentMark?> OverHttpAsync(Uri address, ContentMark known, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (EntityTagHeaderValue.TryParse(known.ETag, out var etag))
            request.Headers.IfNoneMatch.Add(etag);
        else if (DateTimeOffset.TryParse(known.LastModified, out var modified))
            request.Headers.IfModifiedSince = modified;
        using var client = clients.CreateClient(ClientName);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified)
            return null;
        if (!response.IsSuccessStatusCode)
            throw new VendorException($"{address} answered {(int)response.StatusCode} {response.ReasonPhrase}; set Vendor:Sources to where the file is.");
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await CopyAsync(body, path, $"{address}", cancellationToken);
        return new(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("R"));
    }

    private async Task<ContentMark?> FromFileAsync(string file, ContentMark known, string path, CancellationToken cancellationToken)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
            throw new VendorException($"There is no file {info.FullName}; set Vendor:Sources to where it is.");
        var mark = new ContentMark($"{info.Length}", info.LastWriteTimeUtc.ToString("O"));
        if (mark == known)
            return null;
        await using var stream = info.OpenRead();
        await CopyAsync(stream, path, file, cancellationToken);
        return mark;
    }

    private async Task CopyAsync(Stream from, string path, string location, CancellationToken cancellationToken)
    {
        await using var into = File.Create(path);
        var buffer = new byte[81_920];
        while (await from.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (into.Length + count > (long)options.Value.MaxMegabytes * Megabyte)
                throw new VendorException($"{location} is larger than {options.Value.MaxMegabytes:N0} MB; raise Vendor:MaxMegabytes if it is to be.");
            await into.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }
}

/// <summary>By what a source says that its content is the one it gave before: what HTTP calls so, or a file's length and time.</summary>
internal sealed record ContentMark(string? ETag, string? LastModified);

/// <summary>A source's file cannot be brought; the message says what to do.</summary>
internal sealed class VendorException(string message) : Exception(message);
