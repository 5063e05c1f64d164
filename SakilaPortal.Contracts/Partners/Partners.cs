namespace SakilaPortal.Contracts.Partners;

/// <summary>What became of a batch of partner events, in the order of the request.</summary>
public sealed record PartnerEventsResponse(int Accepted, int Rejected, IReadOnlyList<PartnerEventResult> Results);

/// <param name="RecordId">Firehose's id of the accepted record, null when rejected.</param>
public sealed record PartnerEventResult(string? EventId, string? RecordId, string? Error);

public sealed record Template(int Id, string Name, string Body, bool BuiltIn, int Version, DateTime UpdatedAt);

public sealed record TemplateRequest(string? Name, string? Body);

public sealed record PreviewRequest(string? Body);

/// <param name="Samples">Five rendered records, or none when the template cannot be rendered.</param>
public sealed record PreviewResponse(IReadOnlyList<string> Samples, IReadOnlyList<TemplateProblem> Problems);

/// <param name="Line">1-based line in the template's body.</param>
/// <param name="Column">1-based column in the template's body.</param>
public sealed record TemplateProblem(int Line, int Column, string Message);
