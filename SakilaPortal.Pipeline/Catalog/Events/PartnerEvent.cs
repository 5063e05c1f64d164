using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SakilaPortal.Pipeline.Catalog.Events;

/// <summary>A partner's event, as one line of a landed object holds it.</summary>
/// <param name="EventId">Null where the line has none.</param>
/// <param name="Timestamp">ISO 8601 with offset, kept as it came.</param>
internal sealed partial record PartnerEvent(
    string? EventId, string Timestamp, string EventType, int FilmId, string Distributor, string Platform, string State)
{
    private const int LongestId = 200;
    private static readonly HashSet<string> Fields = ["event_id", "timestamp", "eventType", "film_id", "distributor", "platform", "state"];
    private static readonly HashSet<string> EventTypes = ["rent", "buy", "trailer"];

    private static readonly HashSet<string> States =
    [
        "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii",
        "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan",
        "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York",
        "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota",
        "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming",
    ];

    /// <param name="others">Gets the names, lower-cased, of a valid event's fields that are not an event's.</param>
    /// <exception cref="FormatException">The line is no valid event; the message says why.</exception>
    public static PartnerEvent Parse(string line, HashSet<string>? others = null)
    {
        using var document = Json(line);
        var json = document.RootElement;
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException("The line is no JSON object.");
        var read = new PartnerEvent(
            Id(json),
            Checked(json, "timestamp", IsTimestamp, "a time in ISO 8601 with offset, as 2026-07-04T10:11:12+00:00"),
            Checked(json, "eventType", EventTypes.Contains, "rent, buy or trailer"),
            FilmIdOf(json),
            Checked(json, "distributor", IsText, "a name"),
            Checked(json, "platform", IsText, "a name"),
            Checked(json, "state", States.Contains, "one of the 50 US states"));
        foreach (var field in json.EnumerateObject())
            if (!Fields.Contains(field.Name))
                others?.Add(field.Name.ToLowerInvariant());
        return read;
    }

    private static JsonDocument Json(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException bad)
        {
            throw new FormatException($"The line is no JSON: {bad.Message}", bad);
        }
    }

    private static string? Id(JsonElement json)
    {
        if (!json.TryGetProperty("event_id", out var id) || id.ValueKind == JsonValueKind.Null)
            return null;
        return id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= LongestId } text
            ? text
            : throw new FormatException($"event_id must be a text of 1 to {LongestId} characters.");
    }

    private static int FilmIdOf(JsonElement json) =>
        json.TryGetProperty("film_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) && number >= 1
            ? number
            : throw new FormatException("film_id must be a whole number from 1 on.");

    private static string Checked(JsonElement json, string name, Func<string, bool> isValid, string expected) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && isValid(text)
            ? text
            : throw new FormatException($"{name} must be {expected}.");

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);

    private static bool IsTimestamp(string text) =>
        IsoWithOffset().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$")]
    private static partial Regex IsoWithOffset();
}
