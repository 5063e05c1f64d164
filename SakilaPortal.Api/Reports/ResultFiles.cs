using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace SakilaPortal.Api.Reports;

/// <summary>The CSV files in which Athena leaves results.</summary>
internal sealed class ResultFiles(IAmazonS3 s3)
{
    /// <summary>Writes the whole file, with what a spreadsheet would take for a formula made plain text.</summary>
    public async Task CopyAsync(string location, Stream target, CancellationToken cancellationToken)
    {
        using var file = await OpenAsync(location, cancellationToken);
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n" };
        var rows = new CsvRows(file.ResponseStream);
        while (await rows.ReadAsync(cancellationToken) is { } row)
            await writer.WriteLineAsync(string.Join(',', row.Select(cell => SpreadsheetCell.Write(cell ?? ""))).AsMemory(), cancellationToken);
    }

    public Task<GetObjectResponse> OpenAsync(string location, CancellationToken cancellationToken)
    {
        var (bucket, key) = Parts(location);
        return s3.GetObjectAsync(bucket, key, cancellationToken);
    }

    public async Task<bool> ExistsAsync(string location, CancellationToken cancellationToken)
    {
        try
        {
            var (bucket, key) = Parts(location);
            await s3.GetObjectMetadataAsync(bucket, key, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private static (string Bucket, string Key) Parts(string location)
    {
        var at = new Uri(location);
        return (at.Host, Uri.UnescapeDataString(at.AbsolutePath.TrimStart('/')));
    }
}
