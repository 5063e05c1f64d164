using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Partners.Events;

namespace SakilaPortal.Api.Partners.Rejected;

/// <summary>
/// Brings what the lake set aside in <c>malformed/</c> into the list of rejected events. The lake's register tells which objects had such
/// lines; each of them is read once.
/// </summary>
internal sealed partial class MalformedLines(
    IAmazonS3 s3, MySqlDataSource database, RejectedStore store, IOptions<LandingOptions> landing, ILogger<MalformedLines> logger)
{
    private const int MostObjects = 50;

    /// <summary>Takes in what is new. When the lake is away, the list stays as it is for now.</summary>
    public async Task TakeInAsync(CancellationToken cancellationToken)
    {
        const string waiting = """
            SELECT object_id, object_key, etag FROM portal.landed_object o
            WHERE refused_count > 0 AND state = 'taken' AND object_key LIKE 'streaming/%'
              AND NOT EXISTS (SELECT * FROM portal.rejected_object r WHERE r.object_id = o.object_id)
            LIMIT @most
            """;
        const string done = "INSERT IGNORE INTO portal.rejected_object (object_id) VALUES (@ObjectId)";
        try
        {
            foreach (var landed in await database.ListAsync<Landed>(waiting, new { most = MostObjects }, cancellationToken))
            {
                await store.KeepAsync(RejectedStore.Landed, await ReadAsync(landed, cancellationToken), null, cancellationToken);
                await database.ExecuteAsync(done, landed, cancellationToken);
            }
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException or IOException)
        {
            LogAway(away.Message);
        }
    }

    private async Task<IReadOnlyList<Refused>> ReadAsync(Landed landed, CancellationToken cancellationToken)
    {
        var lines = new List<Refused>();
        try
        {
            using var found = await s3.GetObjectAsync(landing.Value.Bucket, landed.MalformedKey, cancellationToken);
            using var reader = new StreamReader(found.ResponseStream);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
                lines.Add(Read(JsonDocument.Parse(line).RootElement));
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            // Somebody has removed it; there is nothing to repair.
            LogMissing(landed.MalformedKey);
        }
        return lines;
    }

    private static Refused Read(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!;
        return new($"{line.GetProperty("key").GetString()}#{line.GetProperty("line").GetInt64()}", EventText.IdOf(text), text, line.GetProperty("reason").GetString()!.Split(" LineNumber:")[0]);
    }

    private sealed record Landed(long ObjectId, string ObjectKey, string Etag)
    {
        /// <summary>As the lake names it: the object's own place and name, and the beginning of its ETag.</summary>
        public string MalformedKey => $"malformed{ObjectKey[ObjectKey.IndexOf('/')..]}-{Etag[..Math.Min(8, Etag.Length)]}.json";
    }

    [LoggerMessage(LogLevel.Warning, "Malformed lines cannot be read now: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Warning, "The malformed lines of {Key} are gone")]
    private partial void LogMissing(string key);
}
