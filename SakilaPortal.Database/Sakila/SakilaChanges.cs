using Dapper;
using MySqlConnector;

namespace SakilaPortal.Database.Sakila;

/// <summary>The exceptions to the stock schema's tables: a wider payment_id, and indexes for replication and for the counter's lists.</summary>
internal static class SakilaChanges
{
    private static readonly string[] LargeTables = ["customer", "film", "inventory", "payment", "rental"];

    public static async Task ApplyAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        const string width = "SELECT column_type FROM information_schema.columns WHERE table_schema = 'sakila' AND table_name = 'payment' AND column_name = 'payment_id'";
        var type = await connection.ExecuteScalarAsync<string>(new CommandDefinition(width, cancellationToken: cancellationToken));
        if (type?.StartsWith("smallint", StringComparison.OrdinalIgnoreCase) == true)
            await connection.ExecuteAsync(new CommandDefinition(
                "ALTER TABLE sakila.payment MODIFY payment_id INT UNSIGNED NOT NULL AUTO_INCREMENT", cancellationToken: cancellationToken));
        foreach (var table in LargeTables)
            await IndexAsync(connection, table, "last_update", cancellationToken);
        await IndexAsync(connection, "rental", "return_date", cancellationToken);
        await IndexAsync(connection, "rental", "inventory_id,return_date", cancellationToken);
        await IndexAsync(connection, "payment", "payment_date", cancellationToken);
    }

    // A column that another's schema lacks is not missed here: whoever needs it says so.
    private static async Task IndexAsync(MySqlConnection connection, string table, string columns, CancellationToken cancellationToken)
    {
        const string needed = """
            SELECT COUNT(*) FROM information_schema.columns c
            WHERE c.table_schema = 'sakila' AND c.table_name = @table AND c.column_name = SUBSTRING_INDEX(@columns, ',', -1)
              AND NOT EXISTS (SELECT 1 FROM information_schema.statistics s WHERE s.table_schema = 'sakila' AND s.table_name = @table
                              GROUP BY s.index_name HAVING GROUP_CONCAT(s.column_name ORDER BY s.seq_in_index) LIKE CONCAT(@columns, '%'))
            """;
        if (await connection.ExecuteScalarAsync<int>(new CommandDefinition(needed, new { table, columns }, cancellationToken: cancellationToken)) > 0)
            await connection.ExecuteAsync(new CommandDefinition(
                $"ALTER TABLE sakila.{table} ADD INDEX idx_{columns.Replace(',', '_')} ({columns})", cancellationToken: cancellationToken));
    }
}
