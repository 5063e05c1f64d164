using System.Security.Cryptography;
using System.Text;
using Dapper;
using MySqlConnector;
using SakilaPortal.Database.Sql;

namespace SakilaPortal.Database.Portal;

/// <summary>The schema <c>portal</c>: everything of ours, made by migrations that run once each, in order.</summary>
internal static class PortalSchema
{
    private const string Folder = "Portal/";

    /// <exception cref="DatabaseException">A migration fails, or one that has run reads differently now.</exception>
    public static async Task MigrateAsync(MySqlConnection connection, Action<string> say, CancellationToken cancellationToken)
    {
        const string bootstrap = """
            CREATE DATABASE IF NOT EXISTS portal CHARACTER SET utf8mb4;
            CREATE TABLE IF NOT EXISTS portal.migration (
              name       VARCHAR(100) NOT NULL PRIMARY KEY,
              checksum   CHAR(64)     NOT NULL,
              applied_at DATETIME(3)  NOT NULL
            );
            """;
        await connection.ExecuteAsync(new CommandDefinition(bootstrap, cancellationToken: cancellationToken));
        await connection.ChangeDatabaseAsync("portal", cancellationToken);
        var applied = (await connection.QueryAsync<(string Name, string Checksum)>("SELECT name, checksum FROM portal.migration"))
            .ToDictionary(row => row.Name, row => row.Checksum);
        foreach (var name in Embedded.Names(Folder))
            await ApplyAsync(connection, name[Folder.Length..^4], Embedded.Text(name), applied, say, cancellationToken);
    }

    private static async Task ApplyAsync(
        MySqlConnection connection, string name, string text, Dictionary<string, string> applied, Action<string> say, CancellationToken cancellationToken)
    {
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (applied.TryGetValue(name, out var before))
        {
            if (before != checksum)
                throw new DatabaseException(
                    $"The migration {name} of the schema portal has run here with another text, so this database belongs to another version of the portal. "
                    + "Start that version, or start afresh with --reset.");
            return;
        }
        say($"Migrating the schema portal: {name}");
        await SqlScript.RunAsync(new StringReader(text), $"Portal/{name}.sql", connection, cancellationToken);
        const string remember = "INSERT INTO portal.migration (name, checksum, applied_at) VALUES (@name, @checksum, UTC_TIMESTAMP(3))";
        await connection.ExecuteAsync(new CommandDefinition(remember, new { name, checksum }, cancellationToken: cancellationToken));
    }
}
