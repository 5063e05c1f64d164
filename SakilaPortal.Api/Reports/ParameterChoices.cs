using System.Security.Claims;
using Amazon.Athena.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>The choices of a parameter that a query gives. Its result is taken over as long as its tables stay as they are.</summary>
internal static class ParameterChoices
{
    private const int Most = 1000;
    private const int OneDay = 24 * 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public static async Task<Results<Ok<ParameterValues>, ProblemHttpResult>> GetAsync(
        string id, string name, ClaimsPrincipal caller, NamedQueries queries, ReportRuns runs, RunBook book, RunEnds ends, StoredResults results,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } query)
            return ReportLibrary.Missing(id);
        if (ReportText.Parse(query.QueryString).Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            return Problems.NotFound($"The report '{query.Name}' has no parameter '{name}'.");
        if (parameter.Query is not { } sql)
            return TypedResults.Ok(new ParameterValues(parameter.Values ?? []));

        var runId = await runs.StartAsync(new FieldErrors(), Order(query, name, sql, caller.UserName), cancellationToken);
        var row = await EndOfAsync(runId!, book, ends, clock, cancellationToken);
        if (row.State != "SUCCEEDED")
            return Problems.Impossible("parameters", $"The choices of {name} cannot be had: {row.Reason ?? "their query takes too long."}");
        if (await results.OpenAsync(row, cancellationToken) is not { } stored)
            return RunResults.TooLarge();
        return TypedResults.Ok(new ParameterValues(await ReadAsync(stored, cancellationToken)));
    }

    /// <summary>The parameters with the choices that are known already: nothing is run for them.</summary>
    public static async Task<IReadOnlyList<ReportParameter>> WithKnownAsync(
        NamedQuery query, ReportRuns runs, StoredResults results, CancellationToken cancellationToken)
    {
        var parameters = new List<ReportParameter>();
        foreach (var parameter in ReportText.Parse(query.QueryString).Parameters)
            parameters.Add(parameter.Query is { } sql && await runs.FindAnswerAsync(Order(query, parameter.Name, sql, ""), cancellationToken) is { } row
                && await results.OpenAsync(row, cancellationToken) is { } stored
                ? parameter with { Values = await ReadAsync(stored, cancellationToken) } : parameter);
        return parameters;
    }

    /// <summary>Refuses values that are none of their list's, as far as the list is known and was not cut.</summary>
    public static async Task CheckAsync(
        FieldErrors errors, NamedQuery query, IReadOnlyDictionary<string, string?> values, ReportRuns runs, StoredResults results, CancellationToken cancellationToken)
    {
        foreach (var parameter in await WithKnownAsync(query, runs, results, cancellationToken))
            if (parameter is { Query: not null, Values: { Count: < Most } known } && values[parameter.Name] is { } value && !known.Contains(value))
                errors.Add($"parameters.{parameter.Name}", $"'{value}' is not one of the {known.Count} choices; GET /api/reports/{query.NamedQueryId}/parameters/{parameter.Name}/values lists them.");
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(StoredResult stored, CancellationToken cancellationToken) =>
        [.. (await stored.PageAsync(0, Most, null, false, cancellationToken)).Select(cells => cells[0]).OfType<string>().Distinct()];

    private static RunOrder Order(NamedQuery query, string name, string sql, string userName) => new(
        RunRow.Draft, $"Choices of {name}", query.Database, sql, RewrittenSql.Of(sql, []), new Dictionary<string, string?>(), userName, OneDay, IsQuiet: true);

    private static async Task<RunRow> EndOfAsync(string runId, RunBook book, RunEnds ends, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var row = (await book.FindAsync(runId, cancellationToken))!;
        while (row.State is null && clock.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(Step, clock, cancellationToken);
            row = (await ends.RefreshAsync([row], cancellationToken))[0];
        }
        return row;
    }
}
