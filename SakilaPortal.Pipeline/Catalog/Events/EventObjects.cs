using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Catalog.Events;

/// <summary>Reads landed event objects; lines that are no valid event go to <c>malformed/</c>.</summary>
internal sealed class EventObjects(LakeObjects objects, IOptions<LakeOptions> lake)
{
    /// <returns>The object's lines, or null when no such object is there.</returns>
    public async Task<EventObject?> ReadAsync(LandedObject landed, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var path = scratch.NewFile("json");
        if (!await objects.DownloadAsync(lake.Value.Landing, landed.ObjectKey, landed.Etag, path, cancellationToken))
            return null;
        var read = new EventObject(landed, [], [], []);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                read.Events.Add(new(number, PartnerEvent.Parse(line, read.OtherFields)));
            }
            catch (FormatException bad)
            {
                read.Malformed.Add(new(number, bad.Message, line));
            }
        }
        File.Delete(path);
        await KeepMalformedAsync(read, cancellationToken);
        return read;
    }

    /// <summary>Under a name made of the object's own, so that reading it again writes the same.</summary>
    private async Task KeepMalformedAsync(EventObject read, CancellationToken cancellationToken)
    {
        if (read.Malformed.Count == 0)
            return;
        var landed = read.Landed;
        var (year, month) = Feed.Partition(landed.ObjectKey);
        var key = $"malformed/{year}/{month}/{Path.GetFileName(landed.ObjectKey)}-{landed.Etag[..Math.Min(8, landed.Etag.Length)]}.json";
        var lines = read.Malformed.Select(line => new JsonObject
        {
            ["reason"] = line.Reason, ["key"] = landed.ObjectKey, ["line"] = line.Number, ["text"] = line.Text,
        }.ToJsonString(JsonSerializerOptions.Default) + "\n");
        await objects.PutTextAsync(lake.Value.Landing, key, string.Concat(lines), "application/x-ndjson", cancellationToken);
    }
}

/// <param name="OtherFields">Fields of its events that are not an event's.</param>
internal sealed record EventObject(LandedObject Landed, List<EventLine> Events, List<MalformedLine> Malformed, HashSet<string> OtherFields);

/// <param name="Number">From 1.</param>
internal sealed record EventLine(int Number, PartnerEvent Event);

internal sealed record MalformedLine(int Number, string Reason, string Text);
