using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Takes landed viewing sessions into <c>curatedzonedb.viewing_sessions</c>, each once however often it came.</summary>
internal sealed class ViewingSessions(
    MySqlDataSource mySql, LandingRegister register, TableVersions versions, LandedLines lines, LakeObjects objects, IOptions<LakeOptions> lake, TimeProvider time)
{
    public LakeTable Table { get; } = new(
        Databases.Curated, "viewing_sessions", lake.Value.Curated, "viewing/viewing_sessions", [.. VendorSource.Streams.Columns.SelectMany(column => column.Athena())]);

    public async Task TakeAsync(IReadOnlyList<LandedObject> waiting, NodeRun run, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var (outcomes, sessions) = (new List<Outcome>(), new List<ViewingSession>());
        foreach (var landed in waiting)
        {
            var (year, month) = Feed.Partition(landed.ObjectKey);
            var read = await lines.ReadAsync(landed, ViewingSession.Parse, $"viewing/{year}/{month}", scratch, cancellationToken);
            outcomes.Add(read is null
                ? new(landed.ObjectId, LandedState.Gone, Reason: "It is no longer there with this content.")
                : new(landed.ObjectId, LandedState.Taken, read.Valid.Count, read.Malformed.Count));
            sessions.AddRange(read?.Valid.Select(line => line.Value) ?? []);
        }
        await AddAsync(outcomes, sessions, scratch, run, cancellationToken);
    }

    private async Task AddAsync(
        List<Outcome> outcomes, List<ViewingSession> sessions, ScratchFolder scratch, NodeRun run, CancellationToken cancellationToken)
    {
        var sightings = await Sightings.LoadAsync(mySql, sessions.Select(session => session.Id), cancellationToken);
        var first = sessions.Where(session => sightings.IsFirst(session.Id)).ToList();
        if (first.Count == 0)
        {
            await using var connection = await mySql.OpenConnectionAsync(cancellationToken);
            await register.CloseAsync(connection, null, outcomes, cancellationToken);
            return;
        }
        var current = await versions.CurrentAsync(Table.Database, Table.Name, cancellationToken);
        var file = await WriteAsync(first, scratch, cancellationToken);
        await versions.PublishAsync(Table, current, new([file], [], current.RowCount + first.Count), run, async (connection, transaction, version) =>
        {
            await sightings.WriteAsync(connection, transaction, time.GetUtcNow().UtcDateTime, cancellationToken);
            await register.CloseAsync(connection, transaction, outcomes.Select(outcome => outcome with { Version = version }), cancellationToken);
        }, cancellationToken);
    }

    private async Task<LakeFile> WriteAsync(List<ViewingSession> sessions, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var (text, path, key) = (scratch.NewFile("json"), scratch.NewFile("parquet"), Table.NewFileKey());
        await File.WriteAllLinesAsync(text, sessions.Select((session, place) => VendorRecord.Write(VendorSource.Streams, session.Read, place)), cancellationToken);
        VendorMerge.Write(VendorSource.Streams, text, path, scratch);
        await objects.UploadAsync(Table.Bucket, key, path, "application/vnd.apache.parquet", cancellationToken);
        return new(key, sessions.Count, new FileInfo(path).Length);
    }
}
