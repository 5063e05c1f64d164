using Dapper;
using MySqlConnector;

namespace SakilaPortal.Api.Data;

/// <summary>
/// A turn that one has at a time, over all instances of the Api, for what no transaction can hold together:
/// https://dev.mysql.com/doc/refman/8.0/en/locking-functions.html. MySQL ends it with the connection.
/// </summary>
internal sealed class NamedLock : IAsyncDisposable
{
    private const int PatienceSeconds = 20;

    private readonly MySqlConnection connection;
    private readonly string name;

    private NamedLock(MySqlConnection connection, string name) => (this.connection, this.name) = (connection, name);

    /// <exception cref="TimeoutException">Another has it for too long.</exception>
    public static async Task<NamedLock> TakeAsync(MySqlDataSource database, string name, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var take = new CommandDefinition("SELECT GET_LOCK(@name, @PatienceSeconds)", new { name, PatienceSeconds }, cancellationToken: cancellationToken);
            return await connection.ExecuteScalarAsync<int?>(take) == 1
                ? new(connection, name)
                : throw new TimeoutException("Others are changing the same things; nothing was saved, try again in a moment.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await using (connection)
            await connection.ExecuteAsync("DO RELEASE_LOCK(@name)", new { name });
    }
}
