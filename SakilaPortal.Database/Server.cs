using Dapper;
using MySqlConnector;

namespace SakilaPortal.Database;

/// <summary>The connection that the whole run uses.</summary>
internal static class Server
{
    private const string LockName = "sakila-portal-database";

    /// <summary>Opens a connection to no database in particular, waiting for a server that is still starting.</summary>
    /// <exception cref="DatabaseException">It did not answer in time, refuses the sign-in, or the string is malformed.</exception>
    public static async Task<MySqlConnection> OpenAsync(string connectionString, TimeSpan patience, CancellationToken cancellationToken)
    {
        var address = Read(connectionString);
        var end = DateTime.UtcNow + patience;
        while (true)
        {
            var connection = new MySqlConnection(address.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellationToken);
                await connection.ExecuteAsync("SET time_zone = '+00:00', NAMES utf8mb4");
                return connection;
            }
            catch (MySqlException e) when (e.ErrorCode != MySqlErrorCode.AccessDenied && DateTime.UtcNow < end)
            {
                await connection.DisposeAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
            catch (MySqlException e)
            {
                await connection.DisposeAsync();
                throw new DatabaseException($"MySQL at {address.Server}:{address.Port} cannot be used: {e.Message} Is it running, and are user and password right?", e);
            }
        }
    }

    /// <summary>Waits until no other run works on the same server.</summary>
    public static async Task<IAsyncDisposable> TakeTurnAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new CommandDefinition($"SELECT GET_LOCK('{LockName}', 600)", commandTimeout: 0, cancellationToken: cancellationToken);
        if (await connection.ExecuteScalarAsync<int?>(command) != 1)
            throw new DatabaseException("Another run has been loading this database for ten minutes. Wait for it, or stop it, and start again.");
        return new Turn(connection);
    }

    private static MySqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new MySqlConnectionStringBuilder(connectionString) { Database = "", AllowUserVariables = true, DefaultCommandTimeout = 0 };
        }
        catch (ArgumentException e)
        {
            throw new DatabaseException($"The connection string is malformed: {e.Message}", e);
        }
    }

    private sealed class Turn(MySqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await connection.ExecuteAsync($"DO RELEASE_LOCK('{LockName}')");
    }
}
