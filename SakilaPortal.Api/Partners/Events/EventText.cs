using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>One event as a text that a person may have written.</summary>
internal static class EventText
{
    private const string IdField = "event_id";

    /// <summary>What keeps the text from being accepted, each at its place in the text.</summary>
    public static IReadOnlyList<TemplateProblem> Check(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var problems = new List<RecordProblem>();
        RecordCheck.Check(utf8, PartnerEventRules.Posted, problems);
        return [.. problems.Select(problem =>
            text.ProblemAt(Encoding.UTF8.GetCharCount(utf8, 0, (int)Math.Min(problem.Offset, utf8.Length)), problem.Message))];
    }

    /// <summary>The id that the event brings, if the text is an event at all and has one.</summary>
    public static string? IdOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(IdField, out var id)
                && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= PartnerEventRules.LongestId } named ? named : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The event, with this id unless it has one.</summary>
    public static JsonObject Named(string text, string id)
    {
        var json = JsonNode.Parse(text)!.AsObject();
        json.TryAdd(IdField, id);
        return json;
    }
}
