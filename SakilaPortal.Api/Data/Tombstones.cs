using System.Text.Json;
using MySqlConnector;

namespace SakilaPortal.Api.Data;

internal static class Tombstones
{
    /// <summary>Deletes one row of sakila and notes it for the lake, which could not see it missing otherwise.</summary>
    /// <param name="table">A name of ours, never a caller's text; so is <paramref name="key"/>.</param>
    public static Task<int> DeleteAsync(
        this MySqlTransaction transaction, string table, string key, int id, TimeProvider clock, CancellationToken cancellationToken)
    {
        var sql = $"""
            DELETE FROM {table} WHERE {key} = @id;
            INSERT INTO portal.tombstone (table_name, key_json, deleted_at) VALUES (@table, @keyJson, @now)
            """;
        var keyJson = JsonSerializer.Serialize(new Dictionary<string, int> { [key] = id });
        return transaction.ExecuteAsync(sql, new { id, table, keyJson, now = clock.GetUtcNow().UtcDateTime }, cancellationToken);
    }
}
