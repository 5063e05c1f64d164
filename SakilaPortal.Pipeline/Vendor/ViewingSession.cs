using System.Text.Json;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>A viewing session as a line of a landed object holds it: the fields of a record of the file <c>streams</c>.</summary>
/// <param name="Id">What makes it the same session when it comes again: all of its fields.</param>
internal sealed record ViewingSession(string Id, Func<VendorColumn, FieldValue> Read)
{
    /// <exception cref="FormatException">The line is no session; the message says why.</exception>
    public static ViewingSession Parse(string line)
    {
        var json = Json(line);
        FieldValue Read(VendorColumn column) => FieldValue.At(json, column.Path);
        var fields = VendorSource.Streams.Columns.Select(column => (column.Name, Read(column).Text)).ToList();
        if (fields.Find(field => field.Text is null && field.Name != "size_mb") is { Name: { } missing })
            throw new FormatException($"{missing} is missing.");
        // Checks each value's type.
        VendorRecord.Write(VendorSource.Streams, Read, 0);
        if (Time(fields, "end_at") < Time(fields, "start_at"))
            throw new FormatException("end_at is before start_at.");
        return new(string.Join('\n', fields.Select(field => field.Text).Prepend("viewing session")), Read);
    }

    private static JsonElement Json(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new FormatException("The line is no JSON object.");
        }
        catch (JsonException bad)
        {
            throw new FormatException($"The line is no JSON: {bad.Message}", bad);
        }
    }

    private static DateTimeOffset Time(List<(string Name, string? Text)> fields, string name) =>
        OffsetTime.TryParse(fields.Find(field => field.Name == name).Text!, out var time) ? time : default;
}
