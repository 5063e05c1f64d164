using DuckDB.NET.Data;
using DuckDB.NET.Native;
using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Results;
using SakilaPortal.LocalAws.Athena.Sql.Parsing;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql;
using SakilaPortal.LocalAws.Athena.Tables;
using SakilaPortal.LocalAws.Athena.WorkGroups;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>Runs one query from its text to its results.</summary>
internal sealed partial class QueryRunner(
    DuckEngine engine, TableReader tables, CatalogueViews views, QueryResults results, Unloading unloading, ExecutionStore store, WorkGroupStore workGroups,
    ObjectStore objects, TimeProvider clock, ILogger<QueryRunner> log)
{
    /// <param name="limit">Cancelled when the query has taken too long.</param>
    /// <param name="stop">Cancelled for that and for any other reason.</param>
    /// <returns>The execution as it ended.</returns>
    public async Task<ExecutionEntry> RunAsync(ExecutionEntry entry, CancellationToken limit, CancellationToken stop)
    {
        var started = clock.GetTimestamp();
        entry = Started(entry);
        try
        {
            entry = await ExecuteAsync(entry, found => entry = found, stop);
            return Completion.Succeeded(Timed(entry, started), clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return limit.IsCancellationRequested
                ? Completion.Failed(Timed(entry, started), "Query timeout: the query ran longer than 30 minutes", true, clock.GetUtcNow())
                : Completion.Cancelled(Timed(entry, started), "Query cancelled by user", clock.GetUtcNow());
        }
        catch (CutoffException)
        {
            return Completion.Cancelled(Timed(entry, started), "Bytes scanned limit was exceeded", clock.GetUtcNow());
        }
        catch (Exception exception) when (FailureText.Of(exception) is { } reason)
        {
            if (exception is DuckDBException { ErrorType: DuckDBErrorType.Fatal or DuckDBErrorType.Internal }) engine.Abandon();
            return Completion.Failed(Timed(entry, started), reason, true, clock.GetUtcNow());
        }
        catch (Exception exception)
        {
            LogFailure(exception, entry.Id);
            return Completion.Failed(Timed(entry, started), $"GENERIC_INTERNAL_ERROR: {exception.Message}", false, clock.GetUtcNow());
        }
    }

    private async Task<ExecutionEntry> ExecuteAsync(ExecutionEntry entry, Action<ExecutionEntry> note, CancellationToken stop)
    {
        var execution = entry.Execution;
        var statement = Parser.Parse(execution.Query);
        if (statement is ShowStatement show)
        {
            var view = views.Of(show, Database(execution));
            await results.WriteTextAsync(execution, execution.ResultConfiguration!.OutputLocation!, view.Lines, stop);
            return entry with { Columns = view.Columns };
        }

        using var pin = objects.Pin();
        using var duck = engine.Connect(stop);
        var query = statement is UnloadStatement unload ? unload.Query : ((SelectStatement)statement).Query;
        var prepared = PreparedQuery.Make(query, Session(execution), tables, duck, inOneOrder: statement is SelectStatement);
        entry = entry with
        {
            Columns = ResultColumns.Of(prepared.Columns),
            Execution = execution with { Statistics = execution.Statistics with { DataScannedInBytes = prepared.Bytes } },
        };
        note(entry);
        if (prepared.Bytes > workGroups.Get(execution.WorkGroup).Configuration.BytesScannedCutoffPerQuery) throw new CutoffException();

        objects.Traffic.Read(prepared.Bytes);
        if (statement is UnloadStatement to) return await unloading.RunAsync(entry, to, prepared, duck, stop);
        entry = entry with { Fingerprint = prepared.Fingerprint(entry.Columns!.Select(column => column.Name)) };
        return Reused(entry) ?? await SelectAsync(entry, prepared, duck, stop);
    }

    private async Task<ExecutionEntry> SelectAsync(ExecutionEntry entry, PreparedQuery prepared, DuckSession duck, CancellationToken stop)
    {
        var rows = objects.NewStagingPath(".rows");
        var select = prepared.Selecting((column, i) => $"{TextOf.Shown(new($"c{i}", column.Type))} AS c{i}");
        duck.Run($"COPY ({select}) TO {Duck.Text(rows)} (FORMAT csv, HEADER false, FORCE_QUOTE *, NULLSTR '')");
        await results.WriteAsync(entry.Execution, entry.Columns!, rows, stop);
        return entry;
    }

    /// <summary>An earlier answer to the same question over the same files, where the caller takes one and it is young enough and still there.</summary>
    private ExecutionEntry? Reused(ExecutionEntry entry)
    {
        if (entry.Execution.ResultReuseConfiguration?.ResultReuseByAgeConfiguration is not { Enabled: true } reuse || entry.Fingerprint is null) return null;
        if (store.FindByFingerprint(entry.Fingerprint) is not { } earlier || earlier.Execution.WorkGroup != entry.Execution.WorkGroup) return null;
        var age = clock.GetUtcNow() - earlier.Execution.Status.CompletionDateTime;
        if (age > TimeSpan.FromMinutes(reuse.MaxAgeInMinutes ?? 60)) return null;
        if (!S3Location.TryParse(earlier.Execution.ResultConfiguration?.OutputLocation, out var at) || objects.Find(at.Bucket, at.Key) is null) return null;
        // Its age goes on counting from when it was computed: what was reused is no source for further reuse.
        return entry with
        {
            Fingerprint = null,
            Execution = entry.Execution with
            {
                ResultConfiguration = earlier.Execution.ResultConfiguration,
                Statistics = entry.Execution.Statistics with { DataScannedInBytes = 0, ResultReuseInformation = new(true) },
            },
        };
    }

    private Session Session(QueryExecution execution) => new(
        TableReader.Catalog, Database(execution), clock.GetUtcNow(), tables.Find, [.. (execution.ExecutionParameters ?? []).Select(Parser.ParseExpression)]);

    private static string Database(QueryExecution execution) => execution.QueryExecutionContext?.Database?.ToLowerInvariant() ?? "default";

    private ExecutionEntry Started(ExecutionEntry entry)
    {
        var execution = entry.Execution;
        var queued = (long)(clock.GetUtcNow() - execution.Status.SubmissionDateTime).TotalMilliseconds;
        entry = entry with
        {
            Execution = execution with
            {
                Status = execution.Status with { State = QueryState.Running },
                Statistics = execution.Statistics with { QueryQueueTimeInMillis = queued },
            },
        };
        store.Show(entry);
        return entry;
    }

    private ExecutionEntry Timed(ExecutionEntry entry, long started) => entry with
    {
        Execution = entry.Execution with
        {
            Statistics = entry.Execution.Statistics with { EngineExecutionTimeInMillis = (long)clock.GetElapsedTime(started).TotalMilliseconds },
        },
    };

    [LoggerMessage(LogLevel.Error, "Query execution {Id} failed")]
    private partial void LogFailure(Exception error, string id);

    private sealed class CutoffException : Exception;
}
