using System.Text;
using SakilaPortal.Pipeline.Cleaning;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>The records of a source's CSV file; its first line names the columns, in any order and case, and may name more than are read.</summary>
internal static class CsvRecords
{
    /// <exception cref="BadFileException">The first line lacks a column, or a quote never closes.</exception>
    public static IEnumerable<VendorInput> Read(VendorSource source, string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        using var records = new CsvReader(reader).Read().GetEnumerator();
        if (!records.MoveNext())
            throw new BadFileException("It is empty; the first line must name the columns.");
        var header = records.Current.Fields.Select(name => name.Trim().ToLowerInvariant()).ToList();
        if (source.Columns.FirstOrDefault(column => !header.Contains(column.Path)) is { } missing)
            throw new BadFileException($"Line 1 lacks the column '{missing.Path}'; it names {string.Join(", ", header)}.");
        while (records.MoveNext())
        {
            var (line, fields) = records.Current;
            yield return new(line, () => string.Join(',', fields), column => fields.Count == header.Count
                ? FieldValue.OfText(fields[header.IndexOf(column.Path)])
                : throw new FormatException($"It has {fields.Count} fields, and line 1 names {header.Count} columns."));
        }
    }
}
