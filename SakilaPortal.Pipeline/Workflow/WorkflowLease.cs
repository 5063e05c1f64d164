using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;

namespace SakilaPortal.Pipeline.Workflow;

/// <summary>Who may work now. One worker at a time holds the lease; a killed one loses it when it expires, by the database's clock.</summary>
internal sealed class WorkflowLease(MySqlDataSource database, IOptions<WorkflowOptions> options)
{
    private const string Name = "workflow";
    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>How long after it was taken or renewed it wants renewing.</summary>
    public TimeSpan RenewAfter { get; } = TimeSpan.FromSeconds(options.Value.LeaseSeconds) / 4;

    /// <summary>Takes or renews the lease; false while another worker holds it.</summary>
    public async Task<bool> TryHoldAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.lease (lease_name, owner, expires_at)
            VALUES (@Name, @owner, UTC_TIMESTAMP(3) + INTERVAL @seconds SECOND)
            ON DUPLICATE KEY UPDATE
                owner = IF(owner = @owner OR expires_at < UTC_TIMESTAMP(3), @owner, owner),
                expires_at = IF(owner = @owner, UTC_TIMESTAMP(3) + INTERVAL @seconds SECOND, expires_at);
            SELECT owner FROM portal.lease WHERE lease_name = @Name
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = new { Name, owner = _owner, seconds = options.Value.LeaseSeconds };
        return await connection.ExecuteScalarAsync<string>(new(sql, parameters, cancellationToken: cancellationToken)) == _owner;
    }

    /// <summary>Holds the lease's row to the end of the transaction, so that what is written there is written by its holder alone.</summary>
    /// <exception cref="LeaseLostException">Another worker holds it.</exception>
    public async Task ConfirmAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = "SELECT owner FROM portal.lease WHERE lease_name = @Name FOR UPDATE";
        if (await connection.ExecuteScalarAsync<string>(new(sql, new { Name }, transaction, cancellationToken: cancellationToken)) != _owner)
            throw new LeaseLostException();
    }

    public async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        const string sql = "DELETE FROM portal.lease WHERE lease_name = @Name AND owner = @owner";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new(sql, new { Name, owner = _owner }, cancellationToken: cancellationToken));
    }
}

internal sealed class LeaseLostException() : Exception("Another worker has taken over; this one stands by.");
