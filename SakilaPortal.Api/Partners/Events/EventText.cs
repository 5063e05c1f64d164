using System.Text;
using System.Text.Json;
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
            return IdOf(document.RootElement) is { Length: > 0 and <= PartnerEventRules.LongestId } named ? named : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The id that the event brings, of whatever length.</summary>
    public static string? IdOf(JsonElement posted)
    {
        try
        {
            return posted.ValueKind == JsonValueKind.Object && posted.TryGetProperty(IdField, out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which no text can hold.
            return null;
        }
    }

    /// <summary>One line of JSON, the event's id first, then its fields as they were posted, a doubled one too.</summary>
    /// <param name="others">Texts in the place of these fields; null leaves the field out.</param>
    public static byte[] Line(JsonElement posted, string id, IReadOnlyDictionary<string, string?>? others = null)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString(IdField, id);
            foreach (var (name, text) in others ?? new Dictionary<string, string?>())
                if (text is not null)
                    writer.WriteString(name, text);
            foreach (var field in posted.EnumerateObject().Where(field => field.Name != IdField && others?.ContainsKey(field.Name) != true))
                field.WriteTo(writer);
            writer.WriteEndObject();
        }
        return line.ToArray();
    }

    /// <summary>The texts, each a valid event, as a list of JSON; those without an id get the one given.</summary>
    public static byte[] List(IEnumerable<(string Text, string Id)> events)
    {
        using var list = new MemoryStream();
        using (var writer = new Utf8JsonWriter(list))
        {
            writer.WriteStartArray();
            foreach (var (text, id) in events)
            {
                using var one = JsonDocument.Parse(text);
                writer.WriteRawValue(Line(one.RootElement, IdOf(one.RootElement) ?? id));
            }
            writer.WriteEndArray();
        }
        return list.ToArray();
    }
}
