using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Takes a source's landed files into its clean table: merged by key, or replacing it.</summary>
internal sealed class VendorTables(
    MySqlDataSource mySql, LandingRegister register, TableVersions versions, LakeObjects objects, KeyOrderedFiles files, MalformedLines malformed,
    IOptions<LakeOptions> lake)
{
    private const string Parquet = "application/vnd.apache.parquet";

    /// <param name="waiting">In any order; the one that was found last counts as the latest.</param>
    public async Task TakeAsync(VendorSource source, IReadOnlyList<LandedObject> waiting, NodeRun run, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var (outcomes, lines) = await ReadAsync(source, waiting, scratch, cancellationToken);
        var table = source.Table(lake.Value.Clean);
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        if (lines.Count > 0 && await MergeAsync(source, table, current, lines, scratch, cancellationToken) is { } change)
            await versions.PublishAsync(table, current, change, run, (connection, transaction, version) =>
                register.CloseAsync(connection, transaction, outcomes.Select(outcome => outcome with { Version = version }), cancellationToken), cancellationToken);
        else
            await CloseAsync(outcomes, cancellationToken);
    }

    /// <summary>Publishes the table of each source that has given nothing yet, without rows, so that queries which name it answer.</summary>
    public async Task EnsureAsync(NodeRun run, CancellationToken cancellationToken)
    {
        var made = await versions.NumbersAsync(Databases.Clean, cancellationToken);
        foreach (var source in VendorSource.All.Where(source => !made.ContainsKey(source.Name)))
        {
            await run.FoundWorkAsync(cancellationToken);
            var none = await versions.CurrentAsync(Databases.Clean, source.Name, cancellationToken);
            await versions.PublishAsync(source.Table(lake.Value.Clean), none, new([], [], 0), run, (_, _, _) => Task.CompletedTask, cancellationToken);
        }
    }

    private async Task<(List<Outcome> Outcomes, List<string> Lines)> ReadAsync(
        VendorSource source, IReadOnlyList<LandedObject> waiting, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var (outcomes, lines, contents, rows) = (new List<Outcome>(), new List<string>(), new HashSet<string>(), 0L);
        // Where a file replaces the table, the latest that can be read is the table.
        var replaces = source.Key is null;
        foreach (var landed in replaces ? waiting.OrderByDescending(landed => landed.ObjectId) : waiting.OrderBy(landed => landed.ObjectId))
        {
            if (replaces && lines.Count > 0)
            {
                outcomes.Add(new(landed.ObjectId, LandedState.Taken, Reason: "A later file of this source took its place."));
                continue;
            }
            var path = scratch.NewFile("json");
            var outcome = contents.Add(landed.Etag)
                ? await ReadAsync(source, landed, path, rows, scratch, cancellationToken)
                : new(landed.ObjectId, LandedState.Taken, Reason: "Its content was taken in under another key.");
            outcomes.Add(outcome);
            rows += outcome.Rows;
            if (outcome.Rows > 0)
                lines.Add(path);
        }
        return (outcomes, lines);
    }

    private async Task<Outcome> ReadAsync(
        VendorSource source, LandedObject landed, string into, long firstPlace, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var path = scratch.NewFile(source.Extension);
        if (!await objects.DownloadAsync(lake.Value.Landing, landed.ObjectKey, landed.Etag, path, cancellationToken))
            return new(landed.ObjectId, LandedState.Gone, Reason: "It is no longer there with this content.");
        try
        {
            await using var writer = new StreamWriter(into);
            var reading = await VendorFile.ReadAsync(source, path, writer, firstPlace, cancellationToken);
            await malformed.KeepAsync(landed, landed.Feed.TrimEnd('/'), reading.Malformed, cancellationToken);
            return new(landed.ObjectId, LandedState.Taken, reading.Rows, reading.MalformedCount);
        }
        catch (BadFileException bad)
        {
            return new(landed.ObjectId, LandedState.Refused, Reason: bad.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<Change?> MergeAsync(
        VendorSource source, LakeTable table, TableVersion current, List<string> lines, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var present = new List<string>();
        foreach (var file in current.Files)
            present.Add(await files.DownloadAsync(table, current, file, scratch, cancellationToken));
        var path = scratch.NewFile("parquet");
        if (VendorMerge.Write(source, lines, present, path, scratch) is not { } rows)
            return null;
        var key = table.NewFileKey();
        await objects.UploadAsync(table.Bucket, key, path, Parquet, cancellationToken);
        return new([new(key, rows, new FileInfo(path).Length)], current.Files, rows);
    }

    private async Task CloseAsync(List<Outcome> outcomes, CancellationToken cancellationToken)
    {
        await using var connection = await mySql.OpenConnectionAsync(cancellationToken);
        await register.CloseAsync(connection, null, outcomes, cancellationToken);
    }
}
