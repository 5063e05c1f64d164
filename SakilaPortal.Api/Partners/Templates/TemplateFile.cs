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
        try
        {
            using var file = JsonDocument.Parse(text);
            // The generator's form as it lies in a browser's storage is a JSON text in a JSON string.
            using var inner = file.RootElement.ValueKind == JsonValueKind.String ? JsonDocument.Parse(file.RootElement.GetString()!) : null;
            return Read((inner ?? file).RootElement) ?? [(null, text)];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Most templates are no JSON, before they are rendered.
            return [(null, text)];
        }
    }

    private static JsonObject Tab(string name, string template) => new() { ["name"] = name, ["template"] = template };

    private static IReadOnlyList<(string? Name, string Body)>? Read(JsonElement file)
    {
        var list = file.ValueKind == JsonValueKind.Object && file.TryGetProperty("templates", out var inside) ? inside : file;
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 && list.EnumerateArray().All(one => Body(one) is not null))
            return [.. list.EnumerateArray().Select(one => (Text(one, "name"), Body(one)!))];
        return Body(file) is { } body && file.TryGetProperty("name", out _) ? [(Text(file, "name"), body)] : null;
    }

    private static string? Body(JsonElement template) => Text(template, "template") ?? Text(template, "body");

    private static string? Text(JsonElement template, string name) =>
        template.ValueKind == JsonValueKind.Object && template.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
