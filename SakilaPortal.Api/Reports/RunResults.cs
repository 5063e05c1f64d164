using Amazon.Athena;
using Amazon.Athena.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>What runs gave: rows from any place and in any order, sums, and the whole as CSV.</summary>
internal static class RunResults
{
    private const int UsualLimit = 100;
    private const int HighestLimit = 1000;

    /// <param name="token">Goes on behind the page that answered it; without it and <paramref name="offset"/> the first rows.</param>
    /// <param name="sort">A column's name; rows of equal value stay in the result's order.</param>
    public static async Task<Results<Ok<RunRows>, ProblemHttpResult>> RowsAsync(
        string id, string? token, int? limit, long? offset, string? sort, bool? desc,
        RunBook book, RunEnds ends, StoredResults results, IAmazonAthena athena, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > HighestLimit)
            return Problems.Invalid("limit", $"Ask for 1 to {HighestLimit} rows.");
        if (offset < 0)
            return Problems.Invalid("offset", "Rows are counted from 0.");
        var (row, problem) = await EndedAsync(id, book, ends, cancellationToken);
        if (problem is not null)
            return problem;
        if (offset is null && sort is null)
            return await TokenPageAsync(row!, token, limit ?? UsualLimit, athena, cancellationToken);

        int? column = sort is null ? null : row!.Columns.ToList().FindIndex(known => known.Name.Equals(sort, StringComparison.OrdinalIgnoreCase));
        if (column < 0)
            return Problems.Invalid("sort", $"The result has no column '{sort}'; it has {string.Join(", ", row!.Columns.Select(known => known.Name))}.");
        if (await results.OpenAsync(row!, cancellationToken) is not { } stored)
            return TooLarge();
        if (column is not null && stored.RowCount > StoredResult.MostSorted)
            return Problems.Impossible("sort", $"Results of more than {StoredResult.MostSorted:N0} rows are not sorted here; put an ORDER BY into the report.");
        return TypedResults.Ok(new RunRows(await stored.PageAsync(offset ?? 0, limit ?? UsualLimit, column, desc ?? false, cancellationToken), null));
    }

    public static async Task<Results<Ok<RunTotals>, ProblemHttpResult>> TotalsAsync(
        string id, RunBook book, RunEnds ends, StoredResults results, CancellationToken cancellationToken)
    {
        var (row, problem) = await EndedAsync(id, book, ends, cancellationToken);
        return problem is not null ? problem
            : await results.OpenAsync(row!, cancellationToken) is { } stored ? TypedResults.Ok(new RunTotals(stored.RowCount, stored.Sums, stored.Highest)) : TooLarge();
    }

    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> CsvAsync(
        string id, RunBook book, RunEnds ends, ResultFiles files, CancellationToken cancellationToken)
    {
        var (row, problem) = await EndedAsync(id, book, ends, cancellationToken);
        return problem is not null ? problem : TypedResults.Stream(
            target => files.CopyAsync(row!.OutputLocation!, target, cancellationToken), "text/csv; charset=utf-8", $"{row!.ReportName}{(row.Buffered is null ? "" : " (with buffered events)")}.csv");
    }

    /// <summary>The run with its end, or why it has no result.</summary>
    public static async Task<(RunRow? Row, ProblemHttpResult? Problem)> EndedAsync(string id, RunBook book, RunEnds ends, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } found)
            return (null, RunsApi.Missing(id));
        var row = (await ends.RefreshAsync([found], cancellationToken))[0];
        return (row, row.State switch
        {
            "SUCCEEDED" => null,
            "FAILED" => Problems.Conflict($"The run failed, so it has no rows: {row.Reason}"),
            "CANCELLED" => Problems.Conflict("The run was stopped, so it has no rows; start it again."),
            _ => Problems.Conflict("The run goes on; its rows are there once its state is SUCCEEDED."),
        });
    }

    public static ProblemHttpResult TooLarge() =>
        Problems.Impossible("offset", $"The result is larger than {StoredResults.Largest >> 20} MB; take the CSV, or page with nextToken.");

    private static async Task<Results<Ok<RunRows>, ProblemHttpResult>> TokenPageAsync(
        RunRow row, string? token, int limit, IAmazonAthena athena, CancellationToken cancellationToken)
    {
        // Athena's first row is the header: https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html
        var isFirst = string.IsNullOrEmpty(token);
        var request = new GetQueryResultsRequest
        {
            QueryExecutionId = row.ExecutionId, MaxResults = Math.Min(HighestLimit, limit + (isFirst ? 1 : 0)), NextToken = isFirst ? null : token,
        };
        try
        {
            var page = await athena.GetQueryResultsAsync(request, cancellationToken);
            var rows = page.ResultSet.Rows.Skip(isFirst ? 1 : 0).Select(cells => (IReadOnlyList<string?>)[.. cells.Data.Select(cell => cell.VarCharValue)]);
            return TypedResults.Ok(new RunRows([.. rows], string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken));
        }
        catch (InvalidRequestException refused) when (!isFirst)
        {
            return Problems.Invalid("token", $"This is no token of this run; take nextToken of the page before. ({refused.Message})");
        }
    }
}
