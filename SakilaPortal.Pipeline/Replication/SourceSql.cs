namespace SakilaPortal.Pipeline.Replication;

/// <summary>SQL over a table of <c>sakila</c>. MySQL itself writes each value as text, so none passes through a driver's types.</summary>
internal static class SourceSql
{
    public static string Name(string identifier) => $"`{identifier.Replace("`", "``")}`";

    public static string Table(SourceTable table) => $"sakila.{Name(table.Name)}";

    /// <summary>All columns of the rows, as text; blobs as hex.</summary>
    public static string Select(SourceTable table) =>
        $"SELECT {string.Join(", ", table.Columns.Select(AsText))} FROM {Table(table)} t";

    /// <summary>
    /// The condition on rows that may have changed since a time, or null where nothing tells.
    /// film_text has no last_update: Sakila's triggers keep it in step with film.
    /// </summary>
    public static string? ChangedSince(SourceTable table, string since) =>
        table.HasLastUpdate ? $"t.{SourceTable.LastUpdate} >= {since}"
        : table.Name == "film_text" ? $"t.film_id IN (SELECT f.film_id FROM sakila.film f WHERE f.last_update >= {since})"
        : null;

    private static string AsText(SourceColumn column)
    {
        var name = $"t.{Name(column.Name)}";
        return column.IsBinary ? $"HEX({name})" : column.DataType == "bit" ? $"CAST({name} + 0 AS CHAR)" : $"CAST({name} AS CHAR)";
    }
}
