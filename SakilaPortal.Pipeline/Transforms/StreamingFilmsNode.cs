using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Adds new events to <c>streaming_films</c>, and brings those of changed films up to date.</summary>
internal sealed class StreamingFilmsNode(
    CuratedTables tables, TableVersions versions, EventBatches batches, Unload unload, Compaction compaction, ChangedFilms changedFilms,
    IOptions<LakeOptions> lake) : INode
{
    public const string NodeName = "streaming_films";
    private const string Films = $"{Databases.Curated}.film_category";
    private const string FilmId = "film_id_streaming";

    private static readonly string OfNewEvents = EmbeddedSql.Read("Transforms/streaming_films.sql");

    public string Name => NodeName;
    public IReadOnlyList<string> After => [CrawlNode.NodeName, FilmCategoryNode.NodeName];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([tables.StreamingFilms.ToString()]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        var table = tables.StreamingFilms;
        var films = (await versions.NumbersAsync(Databases.Curated, cancellationToken)).GetValueOrDefault(tables.FilmCategory.Name);
        if (films == 0)
            return;
        await FollowFilmsAsync(films, run, cancellationToken);
        while (true)
        {
            var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
            var events = await batches.WaitingAsync(cancellationToken);
            if (events.Count == 0 && current.Number > 0)
                return;
            await run.FoundWorkAsync(cancellationToken);
            await AddAsync(current, events, films, run, cancellationToken);
            await compaction.RunAsync(table, run, cancellationToken, FilmId);
        }
    }

    /// <summary>Writes the files anew that may hold events of films which have changed since the table was made.</summary>
    private async Task FollowFilmsAsync(long films, NodeRun run, CancellationToken cancellationToken)
    {
        var table = tables.StreamingFilms;
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        var followed = current.Inputs.GetValueOrDefault(Films);
        if (current.Number == 0 || followed == films)
            return;
        var changed = await changedFilms.SinceAsync(followed, cancellationToken);
        var blocks = current.Files.GroupBy(KeyBlock.Of).Where(block => changed is null || changed.Any(block.Key.Holds)).ToList();
        var inputs = Inputs(films);
        if (blocks.Count == 0)
        {
            await versions.ConfirmAsync(table, current, inputs, cancellationToken);
            return;
        }
        await run.FoundWorkAsync(cancellationToken);
        var added = new List<LakeFile>();
        foreach (var block in blocks)
            added.AddRange(await compaction.MergeAsync(table, [.. block], OfEventsAgain(table), FilmId, cancellationToken));
        var change = new Change(added, [.. blocks.SelectMany(block => block)], current.RowCount, inputs);
        await versions.PublishAsync(table, current, change, run, (_, _, _) => Task.CompletedTask, cancellationToken);
    }

    private async Task AddAsync(TableVersion current, List<EventBatch> events, long films, NodeRun run, CancellationToken cancellationToken)
    {
        var table = tables.StreamingFilms;
        IReadOnlyList<LakeFile> added = [];
        if (events.Count > 0)
        {
            await unload.ReadAsync("streaming_events", EventBatches.Columns, lake.Value.Clean, events.Select(batch => batch.ObjectKey), cancellationToken);
            added = await unload.IntoAsync(table, OfNewEvents, cancellationToken);
        }
        var change = new Change(added, [], current.RowCount + events.Sum(batch => batch.RowCount), Inputs(films));
        await versions.PublishAsync(table, current, change, run, (connection, transaction, version) =>
            batches.CloseAsync(connection, transaction, events, version, cancellationToken), cancellationToken);
    }

    private static Dictionary<string, long> Inputs(long films) => new() { [Films] = films };

    /// <summary>The same join over rows that the table holds already.</summary>
    private static string OfEventsAgain(LakeTable table) => OfNewEvents.Replace("workzonedb.streaming_events", $"""
        (
            SELECT event_id, "timestamp", eventtype, {FilmId} AS film_id, distributor, platform, state, partition_0, partition_1
            FROM {Compaction.PartOf(table)}
        )
        """, StringComparison.Ordinal);
}
