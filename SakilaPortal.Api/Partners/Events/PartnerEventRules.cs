using System.Text.Json;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>What a partner event is. Fields beyond those checked here are let through.</summary>
/// <param name="isFilm">Whether a film has this number.</param>
/// <param name="named">Whether the event may bring its own <c>event_id</c>; simulated events are given one.</param>
internal sealed class PartnerEventRules(Func<long, bool> isFilm, bool named)
{
    public const string Stream = "partner-events";
    public const int LongestId = 128;

    private const int LongestText = 200;
    private const string Id = "event_id";

    private static readonly string[] Required = ["timestamp", "eventType", "film_id", "distributor", "platform", "state"];

    /// <summary>For events that partners post: film_id from 1 on, as the catalogue may learn of a film later.</summary>
    public static readonly PartnerEventRules Posted = new(film => film is >= 1 and <= int.MaxValue, named: true);

    /// <param name="json">One valid JSON object.</param>
    public void Check(ReadOnlySpan<byte> json, List<RecordProblem> problems)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var start = reader.TokenStartIndex;
        var seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            var at = reader.TokenStartIndex;
            if (field is null && LikeField(reader.GetString()!) is { } meant)
                problems.Add(new(at, $"Write {meant} exactly so: the lake does not tell small letters from capitals."));
            reader.Read();
            if (field is not null)
            {
                var bit = 1 << Array.IndexOf(Required, field) + 1;
                if ((seen & bit) != 0)
                    problems.Add(new(at, $"The field {field} stands twice in the event."));
                else if (Problem(field, ref reader) is { } problem)
                    problems.Add(new(reader.TokenStartIndex, problem));
                seen |= bit;
            }
            reader.Skip();
        }
        for (var i = 0; i < Required.Length; i++)
            if ((seen & (1 << i + 1)) == 0)
                problems.Add(new(start, $"The event has no field {Required[i]}."));
    }

    private static string? FieldOf(ref Utf8JsonReader reader)
    {
        foreach (var field in Required)
            if (reader.ValueTextEquals(field))
                return field;
        return reader.ValueTextEquals(Id) ? Id : null;
    }

    /// <summary>The field that a name differs from in case only.</summary>
    private static string? LikeField(string name) => Required.Append(Id).FirstOrDefault(field => field.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string? Problem(string field, ref Utf8JsonReader reader)
    {
        if (field == "film_id")
            return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var film)
                ? isFilm(film) ? null : $"There is no film {film}."
                : "film_id must be a whole number, without quotes.";
        if (field == "event_id" && !named)
            return "Every simulated event is given its event_id; remove this one.";
        if (reader.TokenType != JsonTokenType.String)
            return $"{field} must be a text in double quotes.";

        var value = reader.GetString()!;
        return field switch
        {
            "timestamp" => IsoTimestamp.IsValid(value) ? null
                : $"\"{Short(value)}\" is no time in ISO 8601 with an offset, such as 2021-12-06T19:30:19+01:00.",
            "eventType" => value is "rent" or "buy" or "trailer" ? null : $"eventType must be rent, buy or trailer, not \"{Short(value)}\".",
            "state" => States.All.Contains(value) ? null : $"\"{Short(value)}\" is none of the 50 US states; write its full name, such as New York.",
            "event_id" => value.Length is >= 1 and <= LongestId && !value.Any(char.IsControl) ? null
                : $"event_id must have 1 to {LongestId} characters and no control characters.",
            _ => !string.IsNullOrWhiteSpace(value) && value.Length <= LongestText ? null
                : $"{field} must be a text of 1 to {LongestText} characters.",
        };
    }

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
