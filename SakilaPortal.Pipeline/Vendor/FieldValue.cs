using System.Text.Json;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>A value as a file has it: a text (null where it is blank or missing), or a JSON list.</summary>
internal readonly record struct FieldValue(string? Text, JsonElement? List)
{
    public static FieldValue OfText(string text) => new(string.IsNullOrWhiteSpace(text) ? null : text, null);

    public static FieldValue Of(JsonElement? json) => json switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => default,
        { ValueKind: JsonValueKind.Array } list => new(null, list),
        { ValueKind: JsonValueKind.String } text => OfText(text.GetString()!),
        { } other => OfText(other.GetRawText()),
    };

    /// <summary>What stands at a path of nested objects.</summary>
    public static FieldValue At(JsonElement json, string path)
    {
        foreach (var name in path.Split('.'))
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return default;
        return Of(json);
    }
}
