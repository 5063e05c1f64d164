using System.Text;
using MySqlConnector;

namespace SakilaPortal.Database.Sakila.Sample;

/// <summary>Inserts many rows with few statements, each well below the smallest usual max_allowed_packet.</summary>
internal sealed class BulkInsert(MySqlConnection connection)
{
    private const int StatementSize = 512 * 1024;

    /// <param name="table">The table, with the columns in parentheses.</param>
    /// <param name="rows">Each row as SQL: its values without parentheses.</param>
    public async Task AddAsync(string table, IEnumerable<string> rows, CancellationToken cancellationToken)
    {
        var head = $"INSERT INTO {table} VALUES ";
        var statement = new StringBuilder(head, StatementSize + 4096);
        foreach (var row in rows)
        {
            statement.Append(statement.Length == head.Length ? "(" : ",(").Append(row).Append(')');
            if (statement.Length >= StatementSize)
                await RunAsync(statement, head.Length, cancellationToken);
        }
        await RunAsync(statement, head.Length, cancellationToken);
    }

    public static string Quoted(string text) => '\'' + text.Replace("\\", "\\\\").Replace("'", "''") + '\'';

    public static string Quoted(DateTime moment) => $"'{moment:yyyy-MM-dd HH:mm:ss}'";

    private async Task RunAsync(StringBuilder statement, int headLength, CancellationToken cancellationToken)
    {
        if (statement.Length == headLength)
            return;
        await using var command = new MySqlCommand(statement.ToString(), connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        statement.Length = headLength;
    }
}
