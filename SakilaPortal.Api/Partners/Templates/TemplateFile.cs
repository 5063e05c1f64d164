using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templates;

/// <summary>
/// Templates as a file. The Kinesis Data Generator keeps its own as <c>[{"name": …, "template": …}]</c>, five of them:
/// https://github.com/awslabs/amazon-kinesis-data-generator/blob/master/web/js/producer.js
/// </summary>
internal static class TemplateFile
{
    private const int GeneratorTabs = 5;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<Template> templates) => new JsonObject
    {
        ["templates"] = new JsonArray([.. templates.Select(one => new JsonObject
        {
            ["name"] = one.Name, ["version"] = one.Version, ["body"] = one.Body,
        })]),
    }.ToJsonString(Indented);

    /// <summary>As the generator keeps them; it asks for five, so that missing ones are added empty.</summary>
    public static string WriteForGenerator(IReadOnlyList<Template> templates) => new JsonArray([
        .. templates.Select(one => Tab(one.Name, one.Body)),
        .. Enumerable.Range(templates.Count + 1, Math.Max(0, GeneratorTabs - templates.Count)).Select(number => Tab($"Template {number}", "")),
    ]).ToJsonString(Indented);

    /// <summary>The templates of a file of either form; any other text is one template itself.</summary>
    public static IReadOnlyList<(string? Name, string Body)> Read(string text)
    {
        var node = Parse(text);
        // The generator's form as it lies in a browser's storage is a JSON text in a JSON string.
        if (node is JsonValue quoted && quoted.TryGetValue(out string? inner))
            node = Parse(inner);
        var list = node as JsonArray ?? (node as JsonObject)?["templates"] as JsonArray;
        if (list is not null && list.Count > 0 && list.All(IsTemplate))
            return [.. list.Select(one => Read((JsonObject)one!))];
        return node is JsonObject single && single.ContainsKey("name") && IsTemplate(single) ? [Read(single)] : [(null, text)];
    }

    private static JsonObject Tab(string name, string template) => new() { ["name"] = name, ["template"] = template };

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Most templates are no JSON, before they are rendered.
            return null;
        }
    }

    private static bool IsTemplate(JsonNode? node) => node is JsonObject template && (IsText(template["template"]) || IsText(template["body"]));

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static (string? Name, string Body) Read(JsonObject template) => (
        IsText(template["name"]) ? template["name"]!.GetValue<string>() : null,
        (IsText(template["template"]) ? template["template"] : template["body"])!.GetValue<string>());
}
