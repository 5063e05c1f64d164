using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Results;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using SakilaPortal.LocalAws.Athena.Sql;
using SakilaPortal.LocalAws.Athena.Tables;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>UNLOAD: a query's rows as files at a location that was empty before (https://docs.aws.amazon.com/athena/latest/ug/unload.html).</summary>
internal sealed class Unloading(ObjectStore store, QueryResults results, TimeProvider clock)
{
    public async Task<ExecutionEntry> RunAsync(ExecutionEntry entry, UnloadStatement unload, PreparedQuery prepared, DuckSession duck, CancellationToken stop)
    {
        if (!S3Location.TryParse(unload.Location, out var target)) throw new QueryFailure("INVALID_FUNCTION_ARGUMENT", $"'{unload.Location}' is no location in S3");
        var bucket = store.FindBucket(target.Bucket) ?? throw new QueryFailure("HIVE_FILESYSTEM_ERROR", $"The bucket '{target.Bucket}' does not exist");
        if (store.List(target.Bucket, target.Folder).Any())
            throw new QueryFailure("HIVE_PATH_ALREADY_EXISTS", $"Target directory for table already exists: {unload.Location}");

        var format = UnloadFormat.Of(unload, prepared.Columns);
        var staged = store.NewStagingPath();
        try
        {
            var count = duck.Run($"COPY ({prepared.Selecting(Stored)}) TO {Duck.Text(staged)} ({format.Options})");
            var files = count == 0 ? [] : format.IsPartitioned ? Directory.EnumerateFiles(staged, "*", SearchOption.AllDirectories).Order() : (IEnumerable<string>)[staged];
            List<string> locations = [];
            foreach (var file in files.ToList())
            {
                var folder = format.IsPartitioned ? Path.GetRelativePath(staged, Path.GetDirectoryName(file)!) + "/" : "";
                var key = $"{target.Folder}{folder}{clock.GetUtcNow():yyyyMMdd_HHmmss}_{locations.Count:00000}_{Guid.CreateVersion7():N}";
                await bucket.PutFileAsync(key, file, cancellation: stop);
                locations.Add($"s3://{target.Bucket}/{key}");
            }

            return await ManifestAsync(entry with { RowCount = count }, locations, stop);
        }
        finally
        {
            if (Directory.Exists(staged)) Directory.Delete(staged, recursive: true);
            File.Delete(staged);
        }
    }

    private async Task<ExecutionEntry> ManifestAsync(ExecutionEntry entry, List<string> locations, CancellationToken stop)
    {
        var execution = entry.Execution;
        var manifest = execution.ResultConfiguration!.OutputLocation + "-manifest.csv";
        await results.WriteTextAsync(execution, manifest, locations, stop);
        return entry with { Execution = execution with { Statistics = execution.Statistics with { DataManifestLocation = manifest } } };
    }

    private static string Stored(OutputColumn column, int index)
    {
        if (column.Type is ZonedTimestampType or TimeType || Coercion.IsInterval(column.Type))
            throw new QueryFailure("NOT_SUPPORTED", $"Unsupported Hive type: {column.Type}");
        var value = column.Type == SqlType.Json ? Duck.Cast($"c{index}", SqlType.Varchar) : StoredValue.Written($"c{index}", column.Type);
        return $"{value} AS {Duck.Name(ResultColumns.Name(column, index))}";
    }
}
