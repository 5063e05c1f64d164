using System.Collections.Concurrent;

namespace SakilaPortal.LocalAws.Hosting;

/// <summary>
/// What has gone through since the start: requests by operation, and the bytes of objects read and written, by requests, queries and deliveries
/// alike, as S3 would count them. <c>GET /_localaws/metrics</c> answers it.
/// </summary>
internal sealed class Traffic
{
    private readonly ConcurrentDictionary<string, long> requests = new(StringComparer.Ordinal);
    private long read, written, objects;

    public void Request(string operation) => requests.AddOrUpdate(operation, 1, (_, count) => count + 1);

    public void Read(long bytes) => Interlocked.Add(ref read, bytes);

    public void Written(long bytes)
    {
        Interlocked.Add(ref written, bytes);
        Interlocked.Increment(ref objects);
    }

    public TrafficReport Report() => new(
        Interlocked.Read(ref read), Interlocked.Read(ref written), Interlocked.Read(ref objects), new SortedDictionary<string, long>(requests, StringComparer.Ordinal));
}

/// <param name="BytesRead">Of objects; of a query, the columns that it reads.</param>
/// <param name="Requests">By operation: S3's by method, as <c>S3.PUT</c>, the others by name, as <c>AWSGlue.UpdateTable</c>.</param>
internal sealed record TrafficReport(long BytesRead, long BytesWritten, long ObjectsWritten, IReadOnlyDictionary<string, long> Requests);
