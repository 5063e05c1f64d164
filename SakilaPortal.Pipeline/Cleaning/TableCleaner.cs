using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Replication;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>Takes a table's landed CSV files into its clean Parquet files.</summary>
internal sealed class TableCleaner(
    MySqlDataSource mySql, LandingRegister register, TableVersions versions, LakeObjects objects, KeyOrderedFiles files, IOptions<LakeOptions> lake)
{
    public async Task CleanAsync(SourceTable table, IReadOnlyList<LandedObject> waiting, NodeRun run, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        using var database = new CleanDatabase(scratch);
        var outcomes = await StageAsync(database, table, waiting, scratch, cancellationToken);
        var clean = CleanTable(table);
        var current = await versions.CurrentAsync(clean.Database, clean.Name, cancellationToken);
        var isTaken = outcomes.Exists(outcome => outcome.State == LandedState.Taken);
        var change = isTaken ? await files.MergeAsync(database, clean, table.Key, current, scratch, cancellationToken) : null;
        if (change is null)
            await CloseAsync(outcomes, current.Number, cancellationToken);
        else
            await versions.PublishAsync(clean, current, change, run, (connection, transaction, version) =>
                register.CloseAsync(connection, transaction, Taken(outcomes, version), cancellationToken), cancellationToken);
    }

    private LakeTable CleanTable(SourceTable table) => new(
        Databases.Clean, table.Name, lake.Value.Clean, $"sakila/{table.Name}", CleanTypes.Columns(table));

    /// <summary>Stages the files in their order; a bad one is left out with its reason, the others go on.</summary>
    private async Task<List<Outcome>> StageAsync(
        CleanDatabase database, SourceTable table, IReadOnlyList<LandedObject> waiting, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var staged = new StagedRows(database, table);
        var outcomes = new List<Outcome>();
        foreach (var landed in (await WithLaterAsync(waiting, cancellationToken)).OrderBy(landed => !IsLoad(landed)).ThenBy(landed => landed.ObjectKey, StringComparer.Ordinal))
        {
            var path = scratch.NewFile("csv");
            var isThere = await objects.DownloadAsync(lake.Value.Landing, landed.ObjectKey, landed.Etag, path, cancellationToken);
            outcomes.Add(isThere ? Stage(staged, landed, path) : new Outcome(landed.ObjectId, LandedState.Gone, Reason: "It is no longer there with this content."));
            File.Delete(path);
        }
        return outcomes;
    }

    /// <summary>A file that comes after later ones of its table is merged together with those, so that the newest state of a row wins.</summary>
    private async Task<IEnumerable<LandedObject>> WithLaterAsync(IReadOnlyList<LandedObject> waiting, CancellationToken cancellationToken)
    {
        var first = waiting.Any(IsLoad) ? waiting[0].Feed : waiting.Select(landed => landed.ObjectKey).Min(StringComparer.Ordinal)!;
        var later = await register.TakenAfterAsync(waiting[0].Feed, first, cancellationToken);
        return waiting.Concat(later.Where(landed => !IsLoad(landed)));
    }

    private static bool IsLoad(LandedObject landed) => landed.ObjectKey[landed.Feed.Length..].StartsWith("LOAD", StringComparison.Ordinal);

    private static Outcome Stage(StagedRows staged, LandedObject landed, string path)
    {
        try
        {
            return new(landed.ObjectId, LandedState.Taken, Rows: staged.Add(path));
        }
        catch (BadFileException bad)
        {
            return new(landed.ObjectId, LandedState.Refused, Reason: bad.Message);
        }
    }

    private async Task CloseAsync(List<Outcome> outcomes, long version, CancellationToken cancellationToken)
    {
        await using var connection = await mySql.OpenConnectionAsync(cancellationToken);
        await register.CloseAsync(connection, null, Taken(outcomes, version), cancellationToken);
    }

    private static IEnumerable<Outcome> Taken(List<Outcome> outcomes, long version) =>
        outcomes.Select(outcome => outcome.State == LandedState.Taken ? outcome with { Version = version } : outcome);
}
