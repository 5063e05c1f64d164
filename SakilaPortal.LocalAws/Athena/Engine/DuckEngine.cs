using DuckDB.NET.Data;

namespace SakilaPortal.LocalAws.Athena.Engine;

/// <summary>
/// The one DuckDB that computes all queries, each on a connection of its own. It is opened at the first query, closed to everything
/// but the files below the object store, and its settings cannot be changed afterwards.
/// </summary>
internal sealed class DuckEngine(string lake, string spill) : IDisposable
{
    private readonly Lock opening = new();
    private DuckDBConnection? root;

    /// <summary>A connection for one query; the caller disposes of it.</summary>
    public DuckSession Connect(CancellationToken stop)
    {
        lock (opening)
        {
            root ??= Open();
            var connection = root.Duplicate();
            connection.Open();
            return new(connection, stop);
        }
    }

    /// <summary>Forgets a database that has failed for good; the next query opens another.</summary>
    public void Abandon()
    {
        lock (opening) root = null;
    }

    public void Dispose()
    {
        lock (opening) root?.Dispose();
    }

    private DuckDBConnection Open()
    {
        Directory.CreateDirectory(spill);
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        NumberFunctions.Register(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Prelude.Text;
        command.ExecuteNonQuery();
        command.CommandText = $"""
            SET GLOBAL TimeZone = 'UTC';
            SET GLOBAL autoinstall_known_extensions = false;
            SET GLOBAL autoload_known_extensions = false;
            SET GLOBAL memory_limit = '{Memory()}MB';
            SET GLOBAL threads = {Math.Max(2, Environment.ProcessorCount)};
            SET GLOBAL temp_directory = {Literal(spill)};
            SET GLOBAL max_temp_directory_size = '20GB';
            SET GLOBAL parquet_metadata_cache = true;
            SET GLOBAL allowed_directories = [{Literal(lake + Path.DirectorySeparatorChar)}];
            SET GLOBAL enable_external_access = false;
            SET GLOBAL lock_configuration = true;
            """;
        command.ExecuteNonQuery();
        return connection;
    }

    private static string Literal(string path) => Sql.Translation.Duck.Text(path);

    /// <summary>Half of what the machine has, in MB, from half a gigabyte to two.</summary>
    private static long Memory() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 >> 20, 512, 2048);
}
