using System.Text.Json.Serialization;

namespace SakilaPortal.Contracts.Partners;

/// <summary>One event as a partner posts it.</summary>
/// <param name="Timestamp">ISO 8601 with offset; kept as it is written.</param>
/// <param name="EventType">rent, buy or trailer.</param>
/// <param name="State">One of the 50 US states, by its full name.</param>
/// <param name="EventId">The partner's own id; without one the event is given one.</param>
public sealed record PartnerEvent(
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("eventType")] string EventType,
    [property: JsonPropertyName("film_id")] int FilmId,
    [property: JsonPropertyName("distributor")] string Distributor,
    [property: JsonPropertyName("platform")] string Platform,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("event_id")] string? EventId = null);

/// <summary>What became of a batch of partner events, in the order of the request.</summary>
public sealed record PartnerEventsResponse(int Accepted, int Rejected, IReadOnlyList<PartnerEventResult> Results);

/// <param name="RecordId">Firehose's id of the accepted record, null when rejected.</param>
public sealed record PartnerEventResult(string? EventId, string? RecordId, string? Error);

public sealed record Template(int Id, string Name, string Body, bool BuiltIn, int Version, DateTime UpdatedAt);

public sealed record TemplateRequest(string? Name, string? Body);

/// <param name="DeliveryStream">Whose rules the records must obey; the partner events' unless given.</param>
public sealed record PreviewRequest(string? Body, string? DeliveryStream = null);

/// <param name="Samples">Five rendered records, or none when the template cannot be rendered.</param>
public sealed record PreviewResponse(IReadOnlyList<string> Samples, IReadOnlyList<TemplateProblem> Problems);

/// <param name="Line">1-based line in the template's body.</param>
/// <param name="Column">1-based column in the template's body.</param>
public sealed record TemplateProblem(int Line, int Column, string Message);
