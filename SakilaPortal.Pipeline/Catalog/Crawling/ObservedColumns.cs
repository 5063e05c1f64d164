using System.Globalization;
using System.Text.Json;

namespace SakilaPortal.Pipeline.Catalog.Crawling;

/// <summary>The columns that some records show, with a type wide enough for every value seen; names are lower-cased as crawlers do.</summary>
internal sealed class ObservedColumns
{
    private const string Text = "string";
    private readonly Dictionary<string, string?> _types = new(StringComparer.Ordinal);

    public long Records { get; private set; }

    /// <summary>By name, in the order of first sight. A column in which only NULL was seen is a string.</summary>
    public IReadOnlyDictionary<string, string> Types => _types.ToDictionary(column => column.Key, column => column.Value ?? Text);

    /// <summary>Adds a JSON object; fields of objects within it are named <c>outer_inner</c>.</summary>
    public void Add(JsonElement record)
    {
        Records++;
        AddFields(record, "");
    }

    /// <summary>Adds a line of a CSV file.</summary>
    public void Add(IReadOnlyList<string> header, IReadOnlyList<string> fields)
    {
        Records++;
        for (var i = 0; i < header.Count; i++)
            Note(header[i].Trim().ToLowerInvariant(), i >= fields.Count || fields[i].Length == 0 ? null : TypeOf(fields[i]));
    }

    /// <summary>The type of a JSON value; null for NULL, which fits any.</summary>
    public static string? TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt32(out _) ? "int" : value.TryGetInt64(out _) ? "bigint" : "double",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Null => null,
        _ => Text,
    };

    /// <summary>Whether a column of one type can hold what was seen as another.</summary>
    public static bool Holds(string type, string seen) =>
        Rank(type) is { } wide && Rank(seen) is { } narrow ? wide >= narrow
        : type.StartsWith(seen, StringComparison.Ordinal)
            || (type == Text && seen != "array")
            || (type is "date" or "timestamp" && seen == Text)
            || (type.StartsWith("decimal", StringComparison.Ordinal) && Rank(seen) is not null);

    private void AddFields(JsonElement record, string prefix)
    {
        foreach (var field in record.EnumerateObject())
            if (field.Value.ValueKind == JsonValueKind.Object)
                AddFields(field.Value, $"{prefix}{field.Name.ToLowerInvariant()}_");
            else
                Note(prefix + field.Name.ToLowerInvariant(), TypeOf(field.Value));
    }

    private void Note(string name, string? type)
    {
        if (name.Length > 0)
            _types[name] = Wider(_types.GetValueOrDefault(name), type);
    }

    private static string? Wider(string? one, string? other) =>
        one is null || one == other ? other : other is null ? one
        : Rank(one) is { } x && Rank(other) is { } y ? (x > y ? one : other)
        : Text;

    private static int? Rank(string type) => type switch { "tinyint" => 0, "smallint" => 1, "int" => 2, "bigint" => 3, "double" => 4, _ => null };

    private static string TypeOf(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? "int"
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? "bigint"
        : double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? "double"
        : Text;
}
