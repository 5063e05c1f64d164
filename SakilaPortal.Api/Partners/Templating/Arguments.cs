using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>The arguments of one call. Functions ask for what they need; what they cannot use becomes a problem with its place.</summary>
/// <param name="values">Each value with its place in the template.</param>
/// <param name="unreadable">Why the text between the brackets is no literal; it then stands as one bare text, as in <c>date.now(YYYY)</c>.</param>
internal sealed class Arguments(int offset, IReadOnlyList<(int Offset, JsonNode? Value)> values, TemplateException? unreadable = null)
{
    public static readonly Arguments None = new(0, []);

    // Longer texts than these serve no record and would only fill memory.
    private const int LongestCount = 100_000;

    // The years 1 and 9999, in milliseconds of Unix.
    private const double EarliestTime = -62_135_596_800_000;
    private const double LatestTime = 253_402_300_799_999;

    public bool Has(int index) => index < values.Count && values[index].Value is not null;

    public bool IsArray(int index) => Has(index) && values[index].Value is JsonArray;

    public bool IsNumber(int index) => Has(index) && values[index].Value!.GetValueKind() == JsonValueKind.Number;

    public bool IsText(int index) => Has(index) && values[index].Value!.GetValueKind() == JsonValueKind.String;

    public string? Text(int index) => Has(index) ? Display(values[index].Value) : null;

    public bool Flag(int index) => Has(index) && IsTrue(values[index].Value);

    public double Number(int index, double otherwise) => Has(index) ? NumberOf(Literal(index), index, "This argument") : otherwise;

    public int Count(int index, int otherwise) => CountOf(Number(index, otherwise), index);

    /// <summary>A member of the object that the first argument is, if it is one.</summary>
    public double Option(string name, double otherwise) =>
        Options()?[name] is { } value ? NumberOf(value, 0, $"\"{name}\"") : otherwise;

    public int CountOption(string name, int otherwise) => CountOf(Option(name, otherwise), 0);

    public bool FlagOption(string name) => Options()?[name] is { } value && IsTrue(value);

    public string? TextOption(string name) => Options()?[name] is { } value ? Display(value) : null;

    public JsonObject? Options() => Has(0) ? Literal(0) as JsonObject : null;

    /// <summary>The members of the object that this argument is; none, if it is left out.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Members(int index) =>
        !Has(index) ? [] : Literal(index) as JsonObject ?? throw Problem(index, "Here an object, such as {\"name\": \"value\"}, is expected.");

    public JsonArray Array(int index) =>
        Literal(index) is JsonArray { Count: > 0 } array ? array : throw Problem(index, "Here a list of choices, such as [\"a\", \"b\"], is expected.");

    public DateTimeOffset Time(int index, DateTimeOffset otherwise) => !Has(index) ? otherwise
        : IsNumber(index) && Number(index, 0) is >= EarliestTime and <= LatestTime ? DateTimeOffset.FromUnixTimeMilliseconds((long)Number(index, 0))
        : !IsNumber(index) && DateTimeOffset.TryParse(Text(index), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw Problem(index, "Here a date and time, such as \"2021-12-25T07:00:00Z\", is expected.");

    public TemplateException Problem(int index, string message) => new(index < values.Count ? values[index].Offset : offset, message);

    /// <summary>A value as JavaScript writes it into a text, objects as JSON.</summary>
    public static string Display(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => value.ToJsonString(),
        JsonArray items => string.Join(',', items.Select(Display)),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => Display(value.GetValue<double>()),
            _ => value.ToJsonString(),
        },
    };

    // JavaScript writes all digits of what is less than 10²¹ and not less than 10⁻⁶: https://tc39.es/ecma262/#sec-numeric-types-number-tostring
    private static string Display(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return Math.Abs(number) is 0 or (>= 1e-6 and < 1e21)
            ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : shortest.Replace("E-0", "e-").Replace('E', 'e');
    }

    private JsonNode? Literal(int index) => unreadable is null ? index < values.Count ? values[index].Value : null : throw unreadable;

    private double NumberOf(JsonNode? value, int index, string what) =>
        value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>()
        : value?.GetValueKind() == JsonValueKind.String && double.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw Problem(index, $"{what} must be a number.");

    private int CountOf(double count, int index) =>
        count is >= 0 and <= LongestCount ? (int)count : throw Problem(index, $"This must be between 0 and {LongestCount}.");

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.Object or JsonValueKind.Array => true,
        JsonValueKind.Number => value.GetValue<double>() != 0,
        JsonValueKind.String => value.GetValue<string>().Length > 0,
        _ => false,
    };
}
