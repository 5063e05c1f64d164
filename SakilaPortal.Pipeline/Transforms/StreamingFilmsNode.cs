using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Catalog.Events;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Adds new events to <c>streaming_films</c>; makes it anew, from all accepted events, when the films have changed.</summary>
internal sealed class StreamingFilmsNode(
    CuratedTables tables, TableVersions versions, EventBatches batches, Unload unload, Compaction compaction, IOptions<LakeOptions> lake) : INode
{
    public const string NodeName = "streaming_films";
    private const string Films = $"{Databases.Curated}.film_category";

    public string Name => NodeName;
    public IReadOnlyList<string> After => [CrawlNode.NodeName, FilmCategoryNode.NodeName];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([tables.StreamingFilms.ToString()]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        var table = tables.StreamingFilms;
        var films = (await versions.NumbersAsync(Databases.Curated, cancellationToken)).GetValueOrDefault(tables.FilmCategory.Name);
        if (films == 0)
            return;
        while (true)
        {
            var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
            var isStale = current.Inputs.GetValueOrDefault(Films) != films;
            var events = await (isStale ? batches.AllAsync(cancellationToken) : batches.WaitingAsync(cancellationToken));
            if (events.Count == 0 && !isStale)
                return;
            await run.FoundWorkAsync(cancellationToken);
            await AddAsync(current, isStale, events, films, run, cancellationToken);
            await compaction.RunAsync(table, run, cancellationToken);
        }
    }

    private async Task AddAsync(
        TableVersion current, bool isStale, List<EventBatch> events, long films, NodeRun run, CancellationToken cancellationToken)
    {
        var table = tables.StreamingFilms;
        IReadOnlyList<LakeFile> added = [];
        if (events.Count > 0)
        {
            await unload.ReadAsync("streaming_events", EventBatches.Columns, lake.Value.Clean, events.Select(batch => batch.ObjectKey), cancellationToken);
            added = await unload.IntoAsync(table, EmbeddedSql.Read("Transforms/streaming_films.sql"), cancellationToken);
        }
        var rows = (isStale ? 0 : current.RowCount) + events.Sum(batch => batch.RowCount);
        var change = new Change(added, isStale ? current.Files : [], rows, new Dictionary<string, long> { [Films] = films });
        await versions.PublishAsync(table, current, change, run, (connection, transaction, version) =>
            batches.CloseAsync(connection, transaction, events, version, cancellationToken), cancellationToken);
    }
}
