using System.Runtime.CompilerServices;
using System.Text.Json;
using SakilaPortal.Pipeline.Cleaning;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>The elements of a JSON array, or of a file of JSON lines, one at a time.</summary>
internal static class JsonRecords
{
    /// <exception cref="BadFileException">It is no JSON, or a field of the source is in none of its elements.</exception>
    public static async IAsyncEnumerable<VendorInput> ReadAsync(VendorSource source, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var missing = source.Columns.Select(column => column.Root).ToHashSet();
        var isArray = First(file) == '[';
        var (number, objects) = (0, 0);
        await using var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, topLevelValues: !isArray, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(elements))
        {
            var element = elements.Current;
            if (element.ValueKind == JsonValueKind.Object)
            {
                objects++;
                missing.RemoveWhere(name => element.TryGetProperty(name, out _));
            }
            yield return new(++number, element.GetRawText, column => element.ValueKind == JsonValueKind.Object
                ? FieldValue.At(element, column.Path)
                : throw new FormatException("It is no JSON object."));
        }
        if (objects > 0 && missing.Count > 0)
            throw new BadFileException($"None of its {objects:N0} elements has '{missing.Order().First()}'.");
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> elements)
    {
        try
        {
            return await elements.MoveNextAsync();
        }
        catch (JsonException bad)
        {
            throw new BadFileException($"It is no JSON array: line {(bad.LineNumber ?? 0) + 1}: {bad.Message}");
        }
    }

    /// <summary>The first character that is no blank; the file stands at its beginning again, after its byte order mark.</summary>
    private static int First(FileStream file)
    {
        var start = file.ReadByte() == 0xEF && file.ReadByte() == 0xBB && file.ReadByte() == 0xBF ? 3 : 0;
        file.Position = start;
        int read;
        do
            read = file.ReadByte();
        while (read is ' ' or '\t' or '\r' or '\n');
        file.Position = start;
        return read;
    }
}
