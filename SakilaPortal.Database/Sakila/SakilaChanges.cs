using Dapper;
using MySqlConnector;

namespace SakilaPortal.Database.Sakila;

/// <summary>The two exceptions to the stock schema: a wider payment_id, and an index on last_update of the large tables.</summary>
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
        const string indexed = "SELECT DISTINCT table_name FROM information_schema.statistics WHERE table_schema = 'sakila' AND column_name = 'last_update'";
        var done = (await connection.QueryAsync<string>(new CommandDefinition(indexed, cancellationToken: cancellationToken))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var table in LargeTables.Where(table => !done.Contains(table)))
            await connection.ExecuteAsync(new CommandDefinition(
                $"ALTER TABLE sakila.{table} ADD INDEX idx_last_update (last_update)", cancellationToken: cancellationToken));
    }
}
