using System.Data.Common;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>Brings the rows that a query answers into a table that is kept in key order. Rows that are there already make no new version.</summary>
internal sealed class KeyedTransform(Unload unload, LakeObjects objects, KeyOrderedFiles files, TableVersions versions)
{
    /// <summary>All keys there are.</summary>
    public static readonly IReadOnlyList<(long First, long Last)> Everything = [(long.MinValue, long.MaxValue)];

    /// <param name="target">The table, its present version, its key, and the versions of what the rows were made from.</param>
    /// <param name="select">Answers rows with <c>op</c>: U for one that is to be as given, D for one to delete.</param>
    /// <param name="whole">Ranges of keys of which the query answers every row: others are deleted.</param>
    /// <param name="staged">Called with the rows, in the table <c>staged</c>, before they are published.</param>
    /// <param name="alsoWrite">Written down together with the new version, if there is one.</param>
    public async Task RunAsync(
        TransformTarget target, string select, IEnumerable<(long First, long Last)> whole, Func<CleanDatabase, Task> staged,
        Func<DbConnection, DbTransaction, Task> alsoWrite, NodeRun run, CancellationToken cancellationToken)
    {
        var (table, current, key, inputs) = target;
        using var scratch = new ScratchFolder();
        using var database = new CleanDatabase(scratch);
        await StageAsync(database, table, key, select, scratch, cancellationToken);
        await staged(database);
        var change = await files.MergeAsync(database, table, key, current, scratch, cancellationToken, whole);
        if (change is null)
            await versions.ConfirmAsync(table, current, inputs, cancellationToken);
        else
            await versions.PublishAsync(table, current, change with { Inputs = inputs }, run, (connection, transaction, _) => alsoWrite(connection, transaction), cancellationToken);
    }

    public Task RunAsync(
        TransformTarget target, string select, IEnumerable<(long First, long Last)> whole, NodeRun run, CancellationToken cancellationToken) =>
        RunAsync(target, select, whole, _ => Task.CompletedTask, (_, _) => Task.CompletedTask, run, cancellationToken);

    private async Task StageAsync(
        CleanDatabase database, LakeTable table, IReadOnlyList<string> key, string select, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        database.Execute($"CREATE TABLE staged (op VARCHAR, {new KeyOrder(table.Columns, key).Declared})");
        foreach (var file in await unload.ForWorkAsync(table.Name, select, cancellationToken))
        {
            var path = scratch.NewFile("parquet");
            if (!await objects.DownloadAsync(file.Bucket, file.Key, null, path, cancellationToken))
                throw new FileNotFoundException($"s3://{file.Bucket}/{file.Key} was written by a query a moment ago and is gone. Does a lifecycle rule delete it?");
            database.Execute($"INSERT INTO staged BY NAME FROM read_parquet({CleanDatabase.Text(path)})");
            await objects.DeleteAsync(file.Bucket, file.Key, cancellationToken);
        }
    }
}

/// <param name="Inputs">The versions of the tables that the rows are made from.</param>
internal sealed record TransformTarget(LakeTable Table, TableVersion Current, IReadOnlyList<string> Key, IReadOnlyDictionary<string, long> Inputs)
{
    public bool IsUpToDate => Current.Number > 0 && Inputs.All(input => Current.Inputs.GetValueOrDefault(input.Key) == input.Value);
}
