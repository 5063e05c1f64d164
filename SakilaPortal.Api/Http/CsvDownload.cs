using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Reports;

namespace SakilaPortal.Api.Http;

internal sealed record CsvColumn<T>(string Name, Func<T, object?> Value);

/// <summary>A list as a CSV file (RFC 4180), written while it is read; no cell can be taken for a formula.</summary>
internal static class CsvDownload
{
    private const string LineEnd = "\r\n";

    public static PushStreamHttpResult Of<T>(string name, IReadOnlyList<CsvColumn<T>> columns, IAsyncEnumerable<T> rows) =>
        TypedResults.Stream(target => WriteAsync(target, columns, rows), "text/csv; charset=utf-8", $"{name}.csv");

    private static async Task WriteAsync<T>(Stream target, IReadOnlyList<CsvColumn<T>> columns, IAsyncEnumerable<T> rows)
    {
        await using var writer = new StreamWriter(target, bufferSize: 32 * 1024, leaveOpen: true) { NewLine = LineEnd };
        await writer.WriteLineAsync(string.Join(',', columns.Select(column => column.Name)));
        await foreach (var row in rows)
            await writer.WriteLineAsync(string.Join(',', columns.Select(column => SpreadsheetCell.Write(Text(column.Value(row))))));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
