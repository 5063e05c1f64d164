using DuckDB.NET.Data;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>A DuckDB of its own for one piece of work, in memory and spilling to the piece's folder.</summary>
internal sealed class CleanDatabase : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public CleanDatabase(ScratchFolder scratch)
    {
        _connection.Open();
        Execute($"""
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            SET temp_directory = {Text(Path.Combine(scratch.Root, "spill"))};
            SET memory_limit = '512MB';
            SET preserve_insertion_order = true
            """);
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public List<T> Query<T>(string sql, Func<DuckDBDataReader, T> row)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    public long Count(string sql) => Query($"SELECT count(*) FROM {sql}", row => row.GetInt64(0)).Single();

    public DuckDBAppender Appender(string table) => _connection.CreateAppender(table);

    public void Dispose() => _connection.Dispose();

    public static string Text(string value) => $"'{value.Replace("'", "''")}'";

    public static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"")}\"";
}
