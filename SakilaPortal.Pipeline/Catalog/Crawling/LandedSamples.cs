using System.Text;
using System.Text.Json;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Catalog.Crawling;

/// <summary>Reads the beginnings of the newest landed files, as much as tells their columns.</summary>
internal sealed class LandedSamples(LakeObjects objects, IOptions<LakeOptions> lake)
{
    private const int MostFiles = 10, MostBytes = 1 << 20;

    /// <returns>How many files of a vendor were read, and what they show.</returns>
    public async Task<(int Files, ObservedColumns Seen)> ReadVendorAsync(IReadOnlyList<S3Object> files, CancellationToken cancellationToken)
    {
        var (seen, newest) = (new ObservedColumns(), Newest(files));
        foreach (var file in newest)
        {
            var text = await StartAsync(file, cancellationToken);
            if (file.Key.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                AddCsv(seen, text);
            else if (text.AsSpan().TrimStart().StartsWith("["))
                AddArray(seen, text);
            else
                AddLines(seen, text);
        }
        return (newest.Count, seen);
    }

    /// <returns>How many files of events were read, what their valid events show, and how many lines the crawl sets aside.</returns>
    public async Task<(int Files, ObservedColumns Seen, long SetAside)> ReadEventsAsync(IReadOnlyList<S3Object> files, CancellationToken cancellationToken)
    {
        var (seen, newest, setAside) = (new ObservedColumns(), Newest(files), 0L);
        foreach (var file in newest)
            setAside += AddEvents(seen, await StartAsync(file, cancellationToken));
        return (newest.Count, seen, setAside);
    }

    private static List<S3Object> Newest(IReadOnlyList<S3Object> files) => [.. files.OrderByDescending(file => file.LastModified).Take(MostFiles)];

    private Task<string> StartAsync(S3Object file, CancellationToken cancellationToken) =>
        objects.ReadStartAsync(lake.Value.Landing, file.Key, MostBytes, cancellationToken);

    private static int AddEvents(ObservedColumns seen, string text)
    {
        using var reader = new StringReader(text);
        var read = LandedLines.Read(reader, line => (PartnerEvent.Parse(line), Json: line));
        foreach (var (_, (_, json)) in read.Valid)
            using (var record = JsonDocument.Parse(json))
                seen.Add(record.RootElement);
        return read.Malformed.Count;
    }

    private static void AddCsv(ObservedColumns seen, string text)
    {
        using var reader = new StringReader(text);
        string[]? header = null;
        while (reader.ReadLine() is { } line)
            if (header is null)
                header = Fields(line);
            else if (line.Length > 0)
                seen.Add(header, Fields(line));
    }

    private static string[] Fields(string line)
    {
        var (fields, start, isQuoted) = (new List<string>(), 0, false);
        for (var i = 0; i <= line.Length; i++)
            if (i == line.Length || (line[i] == ',' && !isQuoted))
            {
                fields.Add(line[start..i].Trim().Trim('"'));
                start = i + 1;
            }
            else if (line[i] == '"')
                isQuoted = !isQuoted;
        return [.. fields];
    }

    /// <summary>An array may be cut off by the limit: what is whole of it counts.</summary>
    private static void AddArray(ObservedColumns seen, string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.TrimStart()), isFinalBlock: false, default);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject && JsonDocument.TryParseValue(ref reader, out var record))
            using (record)
                seen.Add(record.RootElement);
    }

    /// <summary>Lines that are no JSON object are another matter: they are set aside when they are taken in.</summary>
    private static void AddLines(ObservedColumns seen, string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
            try
            {
                using var record = JsonDocument.Parse(line);
                if (record.RootElement.ValueKind == JsonValueKind.Object)
                    seen.Add(record.RootElement);
            }
            catch (JsonException)
            {
            }
    }
}
