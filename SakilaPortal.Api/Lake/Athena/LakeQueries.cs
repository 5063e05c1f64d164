using System.Runtime.CompilerServices;
using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.S3;
using CsvHelper;
using SakilaPortal.Api.Reports;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Athena;

/// <summary>The portal's own questions to the lake, in the analysts' workgroup and within its limit.</summary>
internal sealed class LakeQueries(IAmazonAthena athena, IAmazonS3 s3, TimeProvider clock)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(15), LongestWait = TimeSpan.FromMilliseconds(400);

    /// <summary>The rows of any number, read from the file in which Athena leaves them; NULL and the empty text are the same.</summary>
    public async IAsyncEnumerable<string[]> RowsAsync(string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var execution = await RunAsync(sql, cancellationToken);
        var location = new Uri(execution.ResultConfiguration.OutputLocation);
        using var file = await s3.GetObjectAsync(location.Host, Uri.UnescapeDataString(location.AbsolutePath.TrimStart('/')), cancellationToken);
        using var csv = CsvReader.Create(file.ResponseStream, new CsvReaderOptions { HasHeader = false });
        for (var isHeader = true; await csv.ReadAsync(cancellationToken); isHeader = false)
            if (!isHeader)
                yield return [.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetString(field) ?? "")];
    }

    /// <summary>A few rows with their columns, NULL as null.</summary>
    public async Task<LakeSample> SampleAsync(string sql, CancellationToken cancellationToken)
    {
        var execution = await RunAsync(sql, cancellationToken);
        var results = (await athena.GetQueryResultsAsync(new() { QueryExecutionId = execution.QueryExecutionId }, cancellationToken)).ResultSet;
        return new(
            [.. results.ResultSetMetadata.ColumnInfo.Select(column => new LakeColumn(column.Name, column.Type))],
            [.. results.Rows.Skip(1).Select(row => (IReadOnlyList<string?>)[.. row.Data.Select(cell => cell.VarCharValue)])]);
    }

    /// <exception cref="LakeQueryException">Athena gave up on it.</exception>
    private async Task<QueryExecution> RunAsync(string sql, CancellationToken cancellationToken)
    {
        var request = new StartQueryExecutionRequest { QueryString = sql, WorkGroup = NamedQueries.WorkGroup, QueryExecutionContext = new() { Database = NamedQueries.Database } };
        var id = (await athena.StartQueryExecutionAsync(request, cancellationToken)).QueryExecutionId;
        try
        {
            for (var wait = FirstLook; ; wait = wait * 1.5 < LongestWait ? wait * 1.5 : LongestWait)
            {
                await Task.Delay(wait, clock, cancellationToken);
                var execution = (await athena.GetQueryExecutionAsync(new() { QueryExecutionId = id }, cancellationToken)).QueryExecution;
                if (execution.Status.State == QueryExecutionState.SUCCEEDED)
                    return execution;
                if (execution.Status.State == QueryExecutionState.FAILED || execution.Status.State == QueryExecutionState.CANCELLED)
                    throw new LakeQueryException(execution.Status.StateChangeReason ?? $"The query was {execution.Status.State}.");
            }
        }
        catch (OperationCanceledException)
        {
            await athena.StopQueryExecutionAsync(new() { QueryExecutionId = id }, CancellationToken.None);
            throw;
        }
    }
}

internal sealed class LakeQueryException(string reason) : Exception($"Athena could not answer: {reason} Look at the tables' files and at the pipeline's last run.");
