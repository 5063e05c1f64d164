using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Catalog.Events;

/// <summary>Reads landed event objects; lines that are no valid event go to <c>malformed/</c>.</summary>
internal sealed class EventObjects(LandedLines lines)
{
    /// <returns>The object's lines, or null when no such object is there.</returns>
    public async Task<EventObject?> ReadAsync(LandedObject landed, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var (year, month) = Feed.Partition(landed.ObjectKey);
        var others = new HashSet<string>();
        return await lines.ReadAsync(landed, line => PartnerEvent.Parse(line, others), $"{year}/{month}", scratch, cancellationToken) is var (events, malformed)
            ? new(landed, events.ConvertAll(line => new EventLine(line.Number, line.Value)), malformed, others)
            : null;
    }
}

/// <param name="OtherFields">Fields of its events that are not an event's.</param>
internal sealed record EventObject(LandedObject Landed, List<EventLine> Events, List<MalformedLine> Malformed, HashSet<string> OtherFields);

/// <param name="Number">From 1.</param>
internal sealed record EventLine(int Number, PartnerEvent Event);
