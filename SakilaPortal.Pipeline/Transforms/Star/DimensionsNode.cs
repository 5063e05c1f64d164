using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>
/// The dimensions and bridges. Of a table whose source alone has changed, the rows of the changed files are made again; when something
/// else that it shows has changed (a city's name, say), all of them.
/// </summary>
internal sealed class DimensionsNode(
    StarTables tables, InputVersions inputs, TableVersions versions, GlueCatalog catalog, Unload unload, KeyedTransform transform, DateDimension dates) : INode
{
    public const string NodeName = "dims";
    private readonly Dictionary<string, long> _made = [];

    public string Name => NodeName;
    public IReadOnlyList<string> After => [FilmCategoryNode.NodeName];

    public Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. tables.Dimensions.Select(dimension => dimension.Table.ToString()), tables.Dates.ToString()]);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        await dates.CoverPresentAsync(run, cancellationToken);
        var numbers = await inputs.NumbersAsync(cancellationToken);
        foreach (var dimension in tables.Dimensions.Where(dimension => dimension.Inputs.All(numbers.ContainsKey)))
            if (run.Run.IsAfterTrouble || dimension.Inputs.Any(input => _made.GetValueOrDefault(input) != numbers[input]))
                await MakeAsync(dimension, numbers, run, cancellationToken);
        foreach (var (table, number) in numbers)
            _made[table] = number;
    }

    private async Task MakeAsync(StarTable dimension, Dictionary<string, long> numbers, NodeRun run, CancellationToken cancellationToken)
    {
        var table = dimension.Table;
        var current = await versions.CurrentAsync(table.Database, table.Name, cancellationToken);
        var target = new TransformTarget(table, current, dimension.Key, dimension.Inputs.ToDictionary(input => input, input => numbers[input]));
        if (target.IsUpToDate)
            return;
        await run.FoundWorkAsync(cancellationToken);
        var isSourceAlone = dimension.Others.All(other => current.Inputs.GetValueOrDefault(other) == numbers[other]);
        var change = isSourceAlone ? await inputs.ChangeAsync(dimension.Source, current.Inputs.GetValueOrDefault(dimension.Source), cancellationToken) : null;
        await ReadSourceAsync(dimension, change, cancellationToken);
        var select = $"SELECT 'U' AS op, made.* FROM (\n{EmbeddedSql.Read($"Transforms/Star/{table.Name}.sql")}\n) AS made";
        await transform.RunAsync(target, select, change?.Keys ?? KeyedTransform.Everything, run, cancellationToken);
    }

    private async Task ReadSourceAsync(StarTable dimension, InputChange? change, CancellationToken cancellationToken)
    {
        var source = dimension.Source.Split('.')[1];
        var files = change?.Added ?? (await versions.CurrentAsync(Databases.Clean, source, cancellationToken)).Files;
        await unload.ReadCleanAsync($"{dimension.Table.Name}_source", await catalog.ColumnsAsync(Databases.Clean, source, cancellationToken), files, cancellationToken);
    }
}
