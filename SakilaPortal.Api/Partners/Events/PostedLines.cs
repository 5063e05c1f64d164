using System.IO.Compression;
using System.Text;
using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>What was posted, by request, for as long as it may be in the delivery stream's buffer.</summary>
internal static class PostedLines
{
    /// <summary>Longer than any delivery stream buffers: https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private sealed record Row(byte[] Events);

    public static byte[] Pack(IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            foreach (var line in lines)
            {
                zlib.Write(line.Span);
                zlib.WriteByte((byte)'\n');
            }
        return packed.ToArray();
    }

    /// <summary>The events of these requests, a line of JSON each; requests that are not kept any more are passed over.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(MySqlDataSource database, IReadOnlyList<string> requestIds, CancellationToken cancellationToken)
    {
        const string sql = "SELECT events FROM portal.posted_request WHERE request_id IN @requests";
        var lines = new List<string>();
        foreach (var requests in requestIds.Chunk(500))
            foreach (var row in await database.ListAsync<Row>(sql, new { requests }, cancellationToken))
                lines.AddRange(Unpack(row.Events));
        return lines;
    }

    public static Task<int> ForgetAsync(MySqlDataSource database, DateTime now, CancellationToken cancellationToken) =>
        database.ExecuteAsync("DELETE FROM portal.posted_request WHERE posted_at < @before LIMIT 10000", new { before = now - KeptFor }, cancellationToken);

    private static string[] Unpack(byte[] packed)
    {
        using var reader = new StreamReader(new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
