using System.Globalization;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake.Workflow;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tracing;

/// <summary>The way of one row of MySQL into its clean table: change file and line, Parquet object, version.</summary>
internal sealed class TableWay(MySqlDataSource database, LandedObjects objects)
{
    // Change files carry the time of the snapshot in which the row was seen; the next one has it, or it repeats an older state.
    private const int MostFiles = 50;
    private const string ObjectColumns = "object_key, state, found_at, taken_at, version, reason";

    private sealed record FileRow(string ObjectKey, long AddedVersion);

    /// <returns>The hops, and the clean table's version that has the row, if any.</returns>
    public async Task<(IReadOnlyList<TraceHop> Hops, long? Version)> OfAsync(
        string table, string key, long id, DateTime changedAt, WorkflowNow now, CancellationToken cancellationToken)
    {
        if (await FindAsync(table, key, id, changedAt, cancellationToken) is not var (file, line))
        {
            var reason = now.WaitsFor(now.Find("replicate"));
            return ([new("change file", $"dms/sakila/{table}/", null, "waiting", reason), Waiting("Parquet object", table, reason), Waiting("table version", table, reason)], null);
        }
        var landed = new TraceHop("change file", $"{objects.Address(file.ObjectKey)}, line {line}", file.FoundAt, "done");
        if (file.State == "refused")
            return ([landed, new("Parquet object", $"cleanzonedb.{table}", null, "missing", $"The file was set aside: {file.Reason}")], null);
        if (file is not { State: "taken", Version: { } version })
        {
            var reason = now.WaitsFor(now.Find("clean"));
            return ([landed, Waiting("Parquet object", table, reason), Waiting("table version", table, reason)], null);
        }
        var publishedAt = await PublishedAsync("cleanzonedb", table, version, cancellationToken) ?? file.TakenAt;
        var parquet = await ParquetAsync(table, id, cancellationToken);
        return (
        [
            landed,
            new("Parquet object", parquet?.ObjectKey ?? $"cleanzonedb.{table}", publishedAt, parquet is null ? "missing" : "done",
                parquet is null ? "No file of the table's newest version holds this key." : parquet.AddedVersion > version ? $"Rewritten since, with version {parquet.AddedVersion}." : null),
            new("table version", $"cleanzonedb.{table}, version {version}", publishedAt, "done", null, $"/platform/tables/cleanzonedb/{table}"),
        ], version);
    }

    public Task<DateTime?> PublishedAsync(string databaseName, string table, long version, CancellationToken cancellationToken) => database.FirstAsync<DateTime?>("""
        SELECT published_at FROM portal.table_version WHERE database_name = @databaseName AND table_name = @table AND version = @version
        """, new { databaseName, table, version }, cancellationToken);

    private static TraceHop Waiting(string stage, string table, string reason) => new(stage, $"cleanzonedb.{table}", null, "waiting", reason);

    private async Task<(LandedRow File, int Line)?> FindAsync(string table, string key, long id, DateTime changedAt, CancellationToken cancellationToken)
    {
        const string changes = $"""
            SELECT {ObjectColumns} FROM portal.landed_object WHERE feed = @feed AND object_key >= @from AND object_key < @loads ORDER BY object_key LIMIT @MostFiles
            """;
        const string full = $"SELECT {ObjectColumns} FROM portal.landed_object WHERE feed = @feed AND object_key >= @loads AND found_at >= @changedAt ORDER BY object_key";
        var feed = $"dms/sakila/{table}/";
        var parameters = new { feed, from = $"{feed}{changedAt:yyyyMMdd-HHmmss}", loads = $"{feed}L", changedAt, MostFiles };
        foreach (var file in (IEnumerable<LandedRow>)[
            .. await database.ListAsync<LandedRow>(changes, parameters, cancellationToken), .. await database.ListAsync<LandedRow>(full, parameters, cancellationToken)])
            if (await LineAsync(file.ObjectKey, key, id, changedAt, cancellationToken) is { } line)
                return (file, line);
        return null;
    }

    /// <summary>The line that has the row as it is now. Keys and times hold no comma, so that a line is cut at commas up to them.</summary>
    private async Task<int?> LineAsync(string objectKey, string key, long id, DateTime changedAt, CancellationToken cancellationToken)
    {
        var (keyAt, text) = (-1, id.ToString(CultureInfo.InvariantCulture));
        var stamp = changedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        await foreach (var (number, line) in objects.LinesAsync(objectKey, cancellationToken))
            if (number == 1)
                keyAt = Array.IndexOf(line.Split(','), key);
            else if (line.Split(',') is var cells && keyAt >= 0 && cells.Length > keyAt && cells[keyAt] == text && line.Contains(stamp, StringComparison.Ordinal))
                return number;
        return null;
    }

    private Task<FileRow?> ParquetAsync(string table, long id, CancellationToken cancellationToken) => database.FirstAsync<FileRow>("""
        SELECT object_key, added_version FROM portal.table_file
        WHERE database_name = 'cleanzonedb' AND table_name = @table AND removed_version IS NULL AND first_key <= @id AND last_key >= @id
        """, new { table, id }, cancellationToken);
}
