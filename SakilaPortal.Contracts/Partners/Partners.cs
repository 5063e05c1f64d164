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

public sealed record Template(int Id, string Name, string Body, bool BuiltIn, int Version, DateTime UpdatedAt, string? UpdatedBy = null);

/// <param name="Version">The version that was changed; another newest one is a conflict. Null overwrites whatever is there.</param>
public sealed record TemplateRequest(string? Name, string? Body, int? Version = null);

public sealed record TemplateVersion(int Version, string Name, string Body, string? SavedBy, DateTime SavedAt);

/// <param name="Content">The file's text.</param>
/// <param name="Name">For a template whose file names none.</param>
public sealed record TemplateImportRequest(string? Content, string? Name = null);

/// <param name="Skipped">For each template that was left out, why.</param>
public sealed record TemplateImport(IReadOnlyList<Template> Imported, IReadOnlyList<string> Skipped);

/// <param name="Tag">The call, ready for a template.</param>
public sealed record TemplateFunction(string Name, string Tag, string Example);

/// <param name="DeliveryStream">Whose rules the records must obey; the partner events' unless given.</param>
public sealed record PreviewRequest(string? Body, string? DeliveryStream = null);

/// <param name="Samples">Five rendered records, or none when the template cannot be rendered.</param>
public sealed record PreviewResponse(IReadOnlyList<string> Samples, IReadOnlyList<TemplateProblem> Problems);

/// <param name="Line">1-based line in the template's body.</param>
/// <param name="Column">1-based column in the template's body.</param>
public sealed record TemplateProblem(int Line, int Column, string Message);
