using System.Text;
using Amazon.Athena.Model;
using Amazon.S3;
using CsvHelper;

namespace SakilaPortal.Api.Reports;

/// <summary>The CSV file in which Athena leaves a result.</summary>
internal sealed class ResultFiles(IAmazonS3 s3)
{
    // Past this size counting the rows would cost more than knowing their number is worth.
    private const long LargestCounted = 256 << 20;

    /// <summary>The number of rows, or null where the file is too large to count them.</summary>
    public async Task<long?> CountRowsAsync(QueryExecution execution, CancellationToken cancellationToken)
    {
        using var file = await OpenAsync(execution, cancellationToken);
        if (file.ContentLength > LargestCounted)
            return null;
        using var csv = Reader(file.ResponseStream);
        var lines = 0L;
        while (await csv.ReadAsync(cancellationToken))
            lines++;
        return Math.Max(0, lines - 1);
    }

    /// <summary>Writes the whole file, with what a spreadsheet would take for a formula made plain text.</summary>
    public async Task CopyAsync(QueryExecution execution, Stream target, CancellationToken cancellationToken)
    {
        using var file = await OpenAsync(execution, cancellationToken);
        using var csv = Reader(file.ResponseStream);
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n" };
        while (await csv.ReadAsync(cancellationToken))
        {
            var line = string.Join(',', Enumerable.Range(0, csv.FieldCount).Select(field => SpreadsheetCell.Write(csv.GetString(field))));
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }

    private async Task<Amazon.S3.Model.GetObjectResponse> OpenAsync(QueryExecution execution, CancellationToken cancellationToken)
    {
        var location = new Uri(execution.ResultConfiguration.OutputLocation);
        return await s3.GetObjectAsync(location.Host, Uri.UnescapeDataString(location.AbsolutePath.TrimStart('/')), cancellationToken);
    }

    // A row of one column that holds NULL is an empty line, and counts.
    private static CsvReader Reader(Stream stream) => CsvReader.Create(stream, new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false });
}
