using DuckDB.NET.Data;

namespace SakilaPortal.LocalAws.Athena.Engine;

internal static class DuckReading
{
    /// <summary>The first column of a query's rows.</summary>
    public static List<T> ReadColumn<T>(this DuckDBConnection connection, string sql) =>
        connection.ReadRows(sql, reader => reader.GetFieldValue<T>(0));

    public static List<T> ReadRows<T>(this DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>Runs a command, which ends at once when it is cancelled.</summary>
    /// <returns>How many rows it wrote.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static long Run(this DuckDBConnection connection, string sql, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var interruption = cancellation.Register(command.Cancel);
        cancellation.ThrowIfCancellationRequested();
        return command.ExecuteNonQuery();
    }
}
