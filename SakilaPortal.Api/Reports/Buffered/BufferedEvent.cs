using System.Text.Json;

namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>What a report needs of an event.</summary>
internal sealed record BufferedEvent(string Id, string Timestamp, string EventType, long FilmId, string Distributor, string Platform, string State)
{
    /// <param name="json">An event that was accepted, so that its fields are there.</param>
    public static BufferedEvent Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var fields = document.RootElement;
        return new(Text("event_id"), Text("timestamp"), Text("eventType"), fields.GetProperty("film_id").GetInt64(), Text("distributor"), Text("platform"), Text("state"));

        string Text(string name) => fields.GetProperty(name).GetString()!;
    }
}
