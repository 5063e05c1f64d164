using System.Text.Json;
using System.Text.Json.Serialization;

namespace SakilaPortal.Contracts.Reports;

/// <summary>A report's parameters by name. A value may be sent as text, a number, true or false; it is its text that counts.</summary>
public sealed class ParameterTexts : JsonConverter<IReadOnlyDictionary<string, string?>>
{
    public override IReadOnlyDictionary<string, string?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("This must be an object: {\"name\": value}.");
        var values = new Dictionary<string, string?>();
        foreach (var parameter in document.RootElement.EnumerateObject())
            values[parameter.Name] = Text(parameter);
        return values;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string?> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
            writer.WriteString(name, text);
        writer.WriteEndObject();
    }

    private static string? Text(JsonProperty parameter) => parameter.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => parameter.Value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => parameter.Value.GetRawText(),
        _ => throw new JsonException($"The value of '{parameter.Name}' must be text, a number, true, false or null."),
    };
}
