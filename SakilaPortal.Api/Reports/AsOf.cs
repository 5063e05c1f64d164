using System.Globalization;
using SakilaPortal.Api.Http;

namespace SakilaPortal.Api.Reports;

/// <summary>Finds the versions that tables had: at a time, after a run of the workflow (its number), or for a run of a report (its id).</summary>
internal sealed class AsOf(TableStates states, RunBook book)
{
    private const int Longest = 64;

    public async Task<IReadOnlyList<(ReadTable Read, TableState State)>> ResolveAsync(
        FieldErrors errors, string asOf, IReadOnlyList<ReadTable> tables, CancellationToken cancellationToken)
    {
        if (await LookupAsync(asOf, cancellationToken) is not { } find)
        {
            errors.Add("asOf", $"'{asOf}' is neither a time such as 2026-01-31T12:00:00Z, nor the number of a workflow run, nor the id of a report's run.");
            return [];
        }
        var found = new List<(ReadTable, TableState)>();
        foreach (var read in tables)
        {
            if (!TableStates.IsVersioned(read))
                errors.Add("asOf", $"{read.FullName} is not kept in versions, so that a report which reads it cannot be run as of an earlier time.");
            else if (await find(read) is not { } state)
                errors.Add("asOf", $"{read.FullName} has no version that is kept from then; GET /api/reports/{{id}}/moments lists those there are.");
            else if (!await states.IsKeptAsync(state, cancellationToken))
                errors.Add("asOf", $"Version {state.Version} of {read.FullName} has expired; GET /api/reports/{{id}}/moments lists those that are kept.");
            else
                found.Add((read, state));
        }
        return found;
    }

    private async Task<Func<ReadTable, Task<TableState?>>?> LookupAsync(string asOf, CancellationToken cancellationToken)
    {
        if (asOf.Length > Longest)
            return null;
        if (long.TryParse(asOf, NumberStyles.None, CultureInfo.InvariantCulture, out var workflowRun))
            return read => states.AtAsync(read, null, workflowRun, cancellationToken);
        if (await book.FindAsync(asOf, cancellationToken) is { } run)
            return read => Task.FromResult(run.States.FirstOrDefault(state => state.Table == read.FullName && state.Version is not null));
        return UtcDateTimeConverter.TryParse(asOf, out var time) ? read => states.AtAsync(read, time, null, cancellationToken) : null;
    }
}
