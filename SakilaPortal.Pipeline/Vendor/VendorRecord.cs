using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>A record as a line of JSON with the columns of its table.</summary>
internal static class VendorRecord
{
    public const string Place = "place";
    private const string MomentFormat = "yyyy-MM-dd HH:mm:ss.ffffff";
    // In each list of films stands this literal, alone or as a title: it ends the list and is no film.
    private const string EndOfList = "end";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="FormatException">A value is none of its column's type, or the key is missing; the message names the column.</exception>
    public static string Write(VendorSource source, Func<VendorColumn, FieldValue> read, long place)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber(Place, place);
            foreach (var column in source.Columns)
                Write(json, column, read(column), isKey: column.Name == source.Key);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter json, VendorColumn column, FieldValue value, bool isKey = false)
    {
        if (isKey && value.Text is null)
            throw new FormatException($"It has no {column.Path}, by which records are told apart.");
        switch (column.Type)
        {
            case VendorType.List:
                WriteList(json, column, value);
                break;
            case VendorType.Moment:
                WriteMoment(json, column, value.Text);
                break;
            case VendorType.Text:
                json.WriteString(column.Name, isKey ? value.Text!.Trim() : value.Text);
                break;
            default:
                WriteNumber(json, column, value.Text);
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, VendorColumn column, string? text)
    {
        var isWhole = column.Type == VendorType.WholeNumber;
        if (text is null)
            json.WriteNull(column.Name);
        else if (!double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || (isWhole && number != Math.Truncate(number)))
            throw new FormatException($"{column.Path} must be a {(isWhole ? "whole " : "")}number, not '{text}'.");
        else if (isWhole)
            json.WriteNumber(column.Name, (long)number);
        else
            json.WriteNumber(column.Name, number);
    }

    private static void WriteMoment(Utf8JsonWriter json, VendorColumn column, string? text)
    {
        DateTimeOffset? time = null;
        if (text is not null)
            time = OffsetTime.TryParse(text, out var read) ? read : throw new FormatException($"{column.Path} must be a time such as 2021-12-06T19:30:19.099+0100, not '{text}'.");
        json.WriteString(column.Name, text);
        json.WriteString(column.Name + VendorColumn.Utc, time?.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture));
        json.WriteString(column.Name + VendorColumn.Local, time?.DateTime.ToString(MomentFormat, CultureInfo.InvariantCulture));
    }

    private static void WriteList(Utf8JsonWriter json, VendorColumn column, FieldValue value)
    {
        if (value.Text is not null)
            throw new FormatException($"{column.Path} must be a list.");
        json.WriteStartArray(column.Name);
        foreach (var element in value.List?.EnumerateArray().ToArray() ?? [])
        {
            // An element that is only a text is a title, or a label.
            var isText = element.ValueKind == JsonValueKind.String;
            var fields = column.Items!.Select(item => isText ? IsName(item) ? FieldValue.Of(element) : default : FieldValue.At(element, item.Path)).ToList();
            if (fields.TrueForAll(field => field.Text is null) || column.Items!.Where((item, i) => IsEnd(item, fields[i].Text, isText)).Any())
                continue;
            json.WriteStartObject();
            foreach (var (i, item) in column.Items!.Index())
                Write(json, item, fields[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static bool IsName(VendorColumn item) => item.Name is "title" or "label";

    private static bool IsEnd(VendorColumn item, string? text, bool isText) =>
        item.Name == "title" && string.Equals(text?.Trim(), EndOfList, isText ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
