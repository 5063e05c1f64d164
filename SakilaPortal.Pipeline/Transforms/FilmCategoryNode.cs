using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Makes <c>film_category</c> anew when one of the tables it is made of has a new version; it is small however much is rented.</summary>
internal sealed class FilmCategoryNode(CuratedTables tables, TableVersions versions, Unload unload, AthenaQueries queries) : INode
{
    public const string NodeName = "film_category";
    private static readonly string[] Inputs = ["film", "film_category", "category"];

    public string Name => NodeName;
    public IReadOnlyList<string> After => [CleanNode.NodeName];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([tables.FilmCategory.ToString()]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        var clean = await versions.NumbersAsync(Databases.Clean, cancellationToken);
        if (!Inputs.All(clean.ContainsKey))
            return;
        var inputs = Inputs.ToDictionary(input => $"{Databases.Clean}.{input}", input => clean[input]);
        var table = tables.FilmCategory;
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        if (inputs.All(input => current.Inputs.GetValueOrDefault(input.Key) == input.Value))
            return;
        await run.FoundWorkAsync(cancellationToken);

        var files = await unload.IntoAsync(table, EmbeddedSql.Read("Transforms/film_category.sql"), cancellationToken);
        await unload.ReadAsync(table.Name, table.Columns, table.Bucket, files.Select(file => file.ObjectKey), cancellationToken);
        // By the books: after a crash the catalogue may show a version that they do not know.
        await unload.ReadAsync($"{table.Name}_published", table.Columns, table.Bucket, current.Files.Select(file => file.ObjectKey), cancellationToken);
        if (current.Number > 0 && await queries.NumberAsync(EmbeddedSql.Read("Transforms/film_category_changes.sql"), cancellationToken) == 0)
        {
            await versions.ConfirmAsync(table, current, inputs, cancellationToken);
            return;
        }
        var rows = await queries.NumberAsync($"SELECT count(*) FROM {Databases.Work}.{table.Name}", cancellationToken);
        await versions.PublishAsync(table, current, new(files, current.Files, rows, inputs), run, (_, _, _) => Task.CompletedTask, cancellationToken);
    }
}
