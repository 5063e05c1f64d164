using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Transforms;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>
/// Rows that MySQL itself has changed through a foreign key, because others deleted or renumbered what they refer to: that touches no last_update.
/// In the clean zone they still refer to what is gone.
/// </summary>
internal sealed class ChangedReferences(AthenaQueries athena)
{
    // Each query reads two columns of the table, whatever it looks for; so many keys fit well into its text.
    private const int KeysAtOnce = 5000, RowsAtOnce = 1000;

    /// <param name="gone">Keys that the clean zone has of what the reference leads to, and MySQL has not.</param>
    /// <returns>The present rows, in the order of the table's columns.</returns>
    public async Task ReadAsync(
        Snapshot snapshot, SourceTable table, SourceReference reference, IEnumerable<string> gone, Action<string?[]> found, CancellationToken cancellationToken)
    {
        var key = table.Key[0];
        foreach (var keys in gone.Chunk(KeysAtOnce))
        {
            var sql = $"SELECT {key} FROM {Databases.Clean}.{table.Name} WHERE {reference.Column} IN ({string.Join(", ", keys)})";
            foreach (var rows in (await athena.NumbersAsync(sql, cancellationToken)).Chunk(RowsAtOnce))
                await foreach (var row in snapshot.RowsAsync($"{SourceSql.Select(table)} WHERE t.{SourceSql.Name(key)} IN ({string.Join(", ", rows)})", null, cancellationToken))
                    found(row);
        }
    }
}
