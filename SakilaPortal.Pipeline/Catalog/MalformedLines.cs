using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>Keeps what could not be read of landed objects below <c>malformed/</c>, with reason, key and line.</summary>
internal sealed class MalformedLines(LakeObjects objects, IOptions<LakeOptions> lake)
{
    /// <summary>Under a name made of the object's own, so that reading it again writes the same.</summary>
    public async Task KeepAsync(LandedObject landed, string folder, IReadOnlyCollection<MalformedLine> malformed, CancellationToken cancellationToken)
    {
        if (malformed.Count == 0)
            return;
        var key = $"malformed/{folder}/{Path.GetFileName(landed.ObjectKey)}-{landed.Etag[..Math.Min(8, landed.Etag.Length)]}.json";
        var lines = malformed.Select(line => new JsonObject
        {
            ["reason"] = line.Reason, ["key"] = landed.ObjectKey, ["line"] = line.Number, ["text"] = line.Text,
        }.ToJsonString(JsonSerializerOptions.Default) + "\n");
        await objects.PutTextAsync(lake.Value.Landing, key, string.Concat(lines), "application/x-ndjson", cancellationToken);
    }
}

internal sealed record MalformedLine(int Number, string Reason, string Text);
