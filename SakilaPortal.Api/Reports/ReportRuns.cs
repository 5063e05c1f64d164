using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Athena;
using Amazon.Athena.Model;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Reports.Buffered;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>What to run: a text with its values, over which versions, and how old a result may be to do instead.</summary>
/// <param name="IsQuiet">A result that is taken over is no run of its own.</param>
/// <param name="IncludeBuffered">Counts the events that have been accepted and have not landed.</param>
internal sealed record RunOrder(
    string ReportId, string ReportName, string Database, string ReportSql, RewrittenSql Sql, IReadOnlyDictionary<string, string?> Parameters,
    string UserName, int? MaxAgeMinutes = null, string? AsOf = null, bool IsQuiet = false, bool IncludeBuffered = false);

/// <summary>Runs of reports. A run is Athena's query execution, or takes over the result of one whose tables have not changed since.</summary>
internal sealed class ReportRuns(
    IAmazonAthena athena, RunBook book, RunEnds ends, TablesRead tables, TableStates states, TableSnapshots snapshots, AsOf asOf, BufferedRuns bufferedRuns,
    TimeProvider clock)
{
    // What these give changes without any table changing.
    private static readonly HashSet<string> NeverTheSame = new(StringComparer.OrdinalIgnoreCase)
    {
        "random", "rand", "uuid", "shuffle", "now", "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp",
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Starts a run; null, with the reason among the errors, when its tables cannot be read as of the moment asked for.</summary>
    /// <exception cref="InvalidRequestException">Athena does not take the text.</exception>
    public async Task<string?> StartAsync(FieldErrors errors, RunOrder order, CancellationToken cancellationToken)
    {
        var read = await tables.OfAsync(order.Sql.Text, order.Database, cancellationToken);
        var buffered = order.IncludeBuffered ? await bufferedRuns.PrepareAsync(errors, order, read, cancellationToken) : null;
        var versions = order.IncludeBuffered ? buffered?.Versions ?? []
            : order.AsOf is null ? await states.CurrentAsync(read, cancellationToken)
            : [.. (await asOf.ResolveAsync(errors, order.AsOf, read, cancellationToken)).Select(found => found.State)];
        if (errors.Any)
            return null;
        var row = Row(order, versions, buffered?.Events);
        if (order.MaxAgeMinutes is { } minutes && row.Question is { } question && await AnswerAsync(question, minutes, cancellationToken) is { } answer)
            return order.IsQuiet ? answer.RunId : await TakeOverAsync(row, answer, cancellationToken);

        var (text, database) = buffered is not null ? (buffered.Text, order.Database)
            : order.AsOf is null ? (order.Sql.Text, order.Database) : await AsOfAsync(order, read, versions, cancellationToken);
        var started = await athena.StartQueryExecutionAsync(new()
        {
            QueryString = text,
            QueryExecutionContext = new() { Database = database },
            WorkGroup = NamedQueries.WorkGroup,
            ClientRequestToken = $"{Guid.NewGuid()}",
        }, cancellationToken);
        await book.AddAsync(row with { RunId = started.QueryExecutionId }, cancellationToken);
        return started.QueryExecutionId;
    }

    /// <summary>A result that would do for an order, without running anything.</summary>
    public async Task<RunRow?> FindAnswerAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var versions = await states.CurrentAsync(await tables.OfAsync(order.Sql.Text, order.Database, cancellationToken), cancellationToken);
        return order.MaxAgeMinutes is { } minutes && Question(order, versions) is { } question ? await AnswerAsync(question, minutes, cancellationToken) : null;
    }

    public Task StopAsync(RunRow row, CancellationToken cancellationToken) => row.SourceRunId is null
        ? athena.StopQueryExecutionAsync(new() { QueryExecutionId = row.RunId }, cancellationToken)
        : Task.CompletedTask;

    /// <summary>A result to take over: of the same text over the same versions, young enough, and still there.</summary>
    private async Task<RunRow?> AnswerAsync(string question, int minutes, CancellationToken cancellationToken)
    {
        var oldest = Now.AddMinutes(-minutes);
        // One that began before may have ended within the time; Athena lets none run longer than half an hour.
        foreach (var row in await ends.RefreshAsync(await book.AnswersAsync(question, oldest.AddMinutes(-30), cancellationToken), cancellationToken))
            if (row is { State: "SUCCEEDED", EndedAt: { } ended } && ended >= oldest && await ends.IsKeptAsync(row, cancellationToken))
                return row;
        return null;
    }

    private async Task<string> TakeOverAsync(RunRow row, RunRow answer, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        await book.AddAsync(row with
        {
            RunId = id, SourceRunId = answer.RunId, State = answer.State, EndedAt = Now,
            OutputLocation = answer.OutputLocation, ColumnsJson = answer.ColumnsJson, RowCount = answer.RowCount,
        }, cancellationToken);
        return id;
    }

    private async Task<(string Text, string Database)> AsOfAsync(
        RunOrder order, IReadOnlyList<ReadTable> read, IReadOnlyList<TableState> versions, CancellationToken cancellationToken)
    {
        var names = await snapshots.EnsureAsync([.. read.Zip(versions)], cancellationToken);
        var text = RewrittenSql.Of(order.Sql.Text, TablesRead.Qualifiers(order.Sql.Text)
            .Where(name => names.ContainsKey(name.Database)).Select(name => (name.Token.Start, name.Token.End, names[name.Database])));
        return (text.Text, names.GetValueOrDefault(order.Database, order.Database));
    }

    private RunRow Row(RunOrder order, IReadOnlyList<TableState> versions, IncludedEvents? buffered) => new(
        "", order.ReportId, order.ReportName, order.ReportSql, order.Sql.Text, order.Database, JsonSerializer.Serialize(order.Parameters),
        JsonSerializer.Serialize(versions), Question(order, versions), order.AsOf, null, order.UserName, Now, null, null, 0, 0, 0, 0, 0, null, null, null, null, null,
        buffered is null ? null : JsonSerializer.Serialize(buffered));

    private static string? Question(RunOrder order, IReadOnlyList<TableState> versions)
    {
        var sql = order.Sql.Text;
        if (order.IncludeBuffered || SqlTokens.Read(sql).Any(token => token.Kind == SqlTokenKind.Word && NeverTheSame.Contains(token.In(sql))))
            return null;
        // What was asked as of a moment read just its versions; a run of the newest data may have read later ones, as long as it has not ended.
        var parts = versions.Select(version => $"{version.Table} {version.State}").Order(StringComparer.Ordinal)
            .Prepend(order.AsOf is null ? order.Database : $"{order.Database} as of").Append(sql);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
