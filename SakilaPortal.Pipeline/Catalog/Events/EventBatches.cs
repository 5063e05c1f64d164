using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Catalog.Events;

/// <summary>Batches of accepted events as Parquet files, each event in exactly one, from which the transforms read what is new.</summary>
internal sealed class EventBatches(
    MySqlDataSource mySql, LakeObjects objects, LandingRegister register, WorkflowLease lease, IOptions<LakeOptions> lake, TimeProvider time)
{
    public const string Folder = "streaming/events/";

    public static readonly IReadOnlyList<Column> Columns =
    [
        new() { Name = "event_id", Type = "string" },
        new() { Name = "timestamp", Type = "string" },
        new() { Name = "eventtype", Type = "string" },
        new() { Name = "film_id", Type = "int" },
        new() { Name = "distributor", Type = "string" },
        new() { Name = "platform", Type = "string" },
        new() { Name = "state", Type = "string" },
        new() { Name = "partition_0", Type = "string" },
        new() { Name = "partition_1", Type = "string" },
        new() { Name = "object_key", Type = "string" },
        new() { Name = "line", Type = "int" },
    ];

    /// <summary>Takes objects in: a batch file of the events not seen before, and the books, at once or not at all.</summary>
    public async Task TakeAsync(IReadOnlyList<EventObject> read, NodeRun run, CancellationToken cancellationToken)
    {
        var lines = read.SelectMany(o => o.Events.Select(line => (o.Landed.ObjectKey, Line: line, Id: Id(o.Landed, line)))).ToList();
        var sightings = await Sightings.LoadAsync(mySql, lines.Select(line => line.Id), cancellationToken);
        var first = lines.Where(line => sightings.IsFirst(line.Id)).ToList();
        var file = first.Count == 0 ? null : await WriteAsync(first, cancellationToken);

        await using var connection = await mySql.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await lease.ConfirmAsync(connection, transaction, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        await sightings.WriteAsync(connection, transaction, now, cancellationToken);
        if (file is not null)
            await AddAsync(connection, transaction, file, sightings.BySeries, now, cancellationToken);
        var outcomes = read.Select(o => new Outcome(o.Landed.ObjectId, LandedState.Taken, o.Events.Count, o.Malformed.Count));
        await register.CloseAsync(connection, transaction, outcomes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        run.Add(first.Count, file?.ByteCount ?? 0, file is null ? 0 : 1);
    }

    /// <summary>The batches that no version of streaming_films holds yet, or the first thousand of them.</summary>
    public Task<List<EventBatch>> WaitingAsync(CancellationToken cancellationToken) =>
        QueryAsync("WHERE version IS NULL ORDER BY batch_id LIMIT 1000", cancellationToken);

    /// <summary>Notes that a version holds the batches, and counts their events as in reports.</summary>
    public async Task CloseAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<EventBatch> batches, long version, CancellationToken cancellationToken)
    {
        const string batchSql = "UPDATE portal.event_batch SET version = @version WHERE batch_id IN @ids";
        const string progressSql = """
            UPDATE portal.simulation_progress SET in_reports = in_reports + @count, updated_at = @now WHERE simulation_id = @id
            """;
        var added = batches.Where(batch => batch.Version is null).ToList();
        var ids = added.ConvertAll(batch => batch.BatchId);
        if (ids.Count == 0)
            return;
        await connection.ExecuteAsync(new(batchSql, new { version, ids }, transaction, cancellationToken: cancellationToken));
        var now = time.GetUtcNow().UtcDateTime;
        var counts = added.SelectMany(batch => batch.BySeries()).GroupBy(series => series.Key, series => series.Value)
            .Select(series => new { id = series.Key, count = series.Sum(), now });
        await connection.ExecuteAsync(new(progressSql, counts.ToList(), transaction, cancellationToken: cancellationToken));
    }

    private async Task<List<EventBatch>> QueryAsync(string which, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT batch_id AS BatchId, object_key AS ObjectKey, row_count AS RowCount, byte_count AS ByteCount, simulations AS Simulations, version AS Version
            FROM portal.event_batch {which}
            """;
        await using var connection = await mySql.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<EventBatch>(new(sql, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>A line without id is known by its place, so that identical ones are not taken for repeats.</summary>
    private static string Id(LandedObject landed, EventLine line) => line.Event.EventId ?? $"{landed.ObjectKey}#{line.Number}";

    private async Task<LakeFile> WriteAsync(List<(string ObjectKey, EventLine Line, string Id)> events, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        using var database = new CleanDatabase(scratch);
        database.Execute("""
            CREATE TABLE event (event_id VARCHAR, timestamp VARCHAR, eventtype VARCHAR, film_id INTEGER, distributor VARCHAR, platform VARCHAR,
                state VARCHAR, partition_0 VARCHAR, partition_1 VARCHAR, object_key VARCHAR, line INTEGER)
            """);
        using (var appender = database.Appender("event"))
            foreach (var (objectKey, (number, e), id) in events)
            {
                var (year, month) = Feed.Partition(objectKey);
                appender.CreateRow()
                    .AppendValue(id).AppendValue(e.Timestamp).AppendValue(e.EventType).AppendValue(e.FilmId).AppendValue(e.Distributor)
                    .AppendValue(e.Platform).AppendValue(e.State).AppendValue(year).AppendValue(month).AppendValue(objectKey).AppendValue(number)
                    .EndRow();
            }
        var path = scratch.NewFile("parquet");
        database.Execute($"COPY event TO {CleanDatabase.Text(path)} (FORMAT parquet, COMPRESSION zstd)");
        var key = $"{Folder}{Guid.CreateVersion7():N}.parquet";
        await objects.UploadAsync(lake.Value.Clean, key, path, "application/vnd.apache.parquet", cancellationToken);
        return new(key, events.Count, new FileInfo(path).Length);
    }

    private static Task<int> AddAsync(
        DbConnection connection, DbTransaction transaction, LakeFile file, Dictionary<string, long> bySeries, DateTime now,
        CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.event_batch (object_key, created_at, row_count, byte_count, simulations)
            VALUES (@ObjectKey, @now, @RowCount, @ByteCount, @simulations)
            """;
        var row = new { file.ObjectKey, now, file.RowCount, file.ByteCount, simulations = JsonSerializer.Serialize(bySeries) };
        return connection.ExecuteAsync(new(sql, row, transaction, cancellationToken: cancellationToken));
    }
}

/// <param name="Simulations">Events by series, as JSON.</param>
/// <param name="Version">The version of streaming_films that holds them, if any.</param>
internal sealed record EventBatch(long BatchId, string ObjectKey, long RowCount, long ByteCount, string Simulations, long? Version)
{
    public Dictionary<string, long> BySeries() => JsonSerializer.Deserialize<Dictionary<string, long>>(Simulations)!;
}
