using DuckDB.NET.Data;

namespace SakilaPortal.LocalAws.Athena.Engine;

/// <summary>One query's connection. Whatever it computes ends at once when the query is stopped.</summary>
internal sealed class DuckSession(DuckDBConnection connection, CancellationToken stop) : IDisposable
{
    private static readonly TimeSpan Insistence = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs a command.</summary>
    /// <returns>How many rows it wrote.</returns>
    /// <exception cref="OperationCanceledException">The query was stopped.</exception>
    public long Run(string sql) => Interruptibly(sql, command => (long)command.ExecuteNonQuery());

    /// <summary>The first column of the rows of a SELECT.</summary>
    public List<T> ReadColumn<T>(string sql) => ReadRows(sql, reader => reader.GetFieldValue<T>(0));

    public List<T> ReadRows<T>(string sql, Func<DuckDBDataReader, T> row) => Interruptibly(sql, command =>
    {
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    });

    public void Dispose() => connection.Dispose();

    private T Interruptibly<T>(string sql, Func<DuckDBCommand, T> execute)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        stop.ThrowIfCancellationRequested();
        using var interruption = stop.Register(command.Cancel);
        // An interruption before DuckDB has begun is forgotten when it begins.
        using var again = new Timer(_ =>
        {
            if (stop.IsCancellationRequested) command.Cancel();
        }, null, Insistence, Insistence);
        try
        {
            return execute(command);
        }
        catch (DuckDBException) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
    }
}
