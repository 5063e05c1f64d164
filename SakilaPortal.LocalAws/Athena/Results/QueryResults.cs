using System.Globalization;
using System.Text;
using System.Text.Json;
using SakilaPortal.LocalAws.Athena.Executions;
using SakilaPortal.LocalAws.Athena.Tables;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Results;

/// <summary>Results as objects: a CSV beside its columns, or text for what only shows the catalogue.</summary>
internal sealed class QueryResults(ObjectStore store)
{
    private const int MostRows = 1000;

    /// <summary>Puts a header over rows that lie in a local file, and both where the query's results belong.</summary>
    public async Task WriteAsync(QueryExecution execution, List<ColumnInfo> columns, string rowsPath, CancellationToken cancellation)
    {
        var whole = store.NewStagingPath(".csv");
        await using (var file = File.Create(whole))
        {
            var header = string.Join(',', columns.Select(column => $"\"{column.Name.Replace("\"", "\"\"")}\"")) + "\n";
            await file.WriteAsync(Encoding.UTF8.GetBytes(header), cancellation);
            await using var rows = File.OpenRead(rowsPath);
            await rows.CopyToAsync(file, cancellation);
        }

        File.Delete(rowsPath);
        await PutAsync(execution, execution.ResultConfiguration!.OutputLocation!, whole, "text/csv", cancellation);
        var metadata = store.NewStagingPath(".metadata");
        await File.WriteAllBytesAsync(metadata, JsonSerializer.SerializeToUtf8Bytes(columns, WireJson.Options), cancellation);
        await PutAsync(execution, execution.ResultConfiguration.OutputLocation + ".metadata", metadata, "application/json", cancellation);
    }

    public async Task WriteTextAsync(QueryExecution execution, string location, IEnumerable<string> lines, CancellationToken cancellation)
    {
        var path = store.NewStagingPath();
        await File.WriteAllTextAsync(path, string.Concat(lines.Select(line => line + "\n")), cancellation);
        await PutAsync(execution, location, path, "text/plain", cancellation);
    }

    /// <exception cref="AwsException">The result has been deleted, or the token is none that was answered.</exception>
    public GetQueryResultsResponse Page(ExecutionEntry entry, GetQueryResultsRequest request, CancellationToken cancellation)
    {
        var count = request.MaxResults ?? MostRows;
        if (count is < 1 or > MostRows) throw new AwsException("InvalidRequestException", $"MaxResults must be from 1 to {MostRows}, not {count}.");
        if (!long.TryParse(request.NextToken ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            throw new AwsException("InvalidRequestException", "NextToken is not one that was answered before.");
        var metadata = new ResultSetMetadata(entry.Columns ?? []);
        var location = entry.Execution.ResultConfiguration!.OutputLocation!;
        if (entry.Execution.SubstatementType == "UNLOAD") return new(new([], metadata), null, entry.RowCount);

        using var pin = store.Pin();
        var result = S3Location.TryParse(location, out var at) ? store.Find(at.Bucket, at.Key) : null;
        if (result is null) throw new AwsException("InvalidRequestException", $"Could not find results: {location} has been deleted. Run the query again.");
        if (offset > result.Size) throw new AwsException("InvalidRequestException", "NextToken is not one that was answered before.");
        var (rows, next) = location.EndsWith(".txt", StringComparison.Ordinal)
            ? (Lines(result.Path), null)
            : CsvPage.Read(result.Path, offset, count, cancellation);
        return new(new(rows, metadata), next?.ToString(CultureInfo.InvariantCulture), 0);
    }

    private static List<Row> Lines(string path) =>
        [.. File.ReadLines(path).Select(line => new Row([.. line.Split('\t').Select(field => new Datum(field.TrimEnd()))]))];

    private async Task PutAsync(QueryExecution execution, string location, string path, string contentType, CancellationToken cancellation)
    {
        if (!S3Location.TryParse(location, out var at) || store.FindBucket(at.Bucket) is not { } bucket)
            throw new IOException($"The bucket of the query's results, {location}, has been deleted.");
        Dictionary<string, string> headers = new() { ["content-type"] = contentType };
        if (execution.ResultConfiguration?.EncryptionConfiguration is { } encryption)
            headers["x-amz-server-side-encryption"] = encryption.EncryptionOption == "SSE_S3" ? "AES256" : "aws:kms";
        await bucket.PutFileAsync(at.Key, path, headers, cancellation: cancellation);
    }
}
