using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>
/// Reads a vendor's file into lines of JSON with the columns of its table, from which they are taken in. Records that cannot be read are
/// told with their reason; the others go on.
/// </summary>
internal static class VendorFile
{
    // Enough to see what is wrong with a file.
    private const int MalformedKept = 1000;

    /// <param name="into">Takes the lines; each has its number as <c>place</c>.</param>
    /// <param name="firstPlace">The number of the first one.</param>
    /// <exception cref="BadFileException">It is none of this source's.</exception>
    public static async Task<VendorReading> ReadAsync(VendorSource source, string path, TextWriter into, long firstPlace, CancellationToken cancellationToken)
    {
        var reading = new VendorReading();
        var records = source.IsCsv ? CsvRecords.Read(source, path).ToAsyncEnumerable() : JsonRecords.ReadAsync(source, path, cancellationToken);
        await foreach (var (number, text, read) in records.WithCancellation(cancellationToken))
        {
            try
            {
                var line = VendorRecord.Write(source, read, firstPlace + reading.Rows);
                await into.WriteLineAsync(line.AsMemory(), cancellationToken);
                reading.Rows++;
            }
            catch (FormatException bad)
            {
                if (reading.MalformedCount++ < MalformedKept)
                    reading.Malformed.Add(new(number, bad.Message, text()));
            }
        }
        if (reading.Rows == 0)
            throw new BadFileException(reading.Malformed is [var first, ..]
                ? $"None of its {reading.MalformedCount:N0} records can be read; {Where(source)} {first.Number}: {first.Reason}"
                : "It holds no record.");
        return reading;
    }

    /// <summary>Reads a file for its mistakes only.</summary>
    public static Task<VendorReading> CheckAsync(VendorSource source, string path, CancellationToken cancellationToken) =>
        ReadAsync(source, path, TextWriter.Null, 0, cancellationToken);

    public static string Where(VendorSource source) => source.IsCsv ? "line" : "element";
}

/// <summary>A record as the file has it.</summary>
/// <param name="Number">Its line in a CSV file, its place in a JSON array; from 1.</param>
/// <param name="Text">As it is written there.</param>
/// <param name="Read">The value of a column.</param>
internal readonly record struct VendorInput(int Number, Func<string> Text, Func<VendorColumn, FieldValue> Read);

/// <summary>What became of a file's records.</summary>
internal sealed class VendorReading
{
    public long Rows { get; set; }
    public long MalformedCount { get; set; }
    public List<MalformedLine> Malformed { get; } = [];
}
