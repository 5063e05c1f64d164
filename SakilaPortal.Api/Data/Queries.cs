using System.Data;
using System.Runtime.CompilerServices;
using Dapper;
using MySqlConnector;

namespace SakilaPortal.Api.Data;

/// <summary>One statement with its parameters, on a connection of its own or within a transaction, always cancellable.</summary>
internal static class Queries
{
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this MySqlDataSource database, string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ListAsync<T>(sql, parameters, cancellationToken);
    }

    public static async Task<T?> FirstAsync<T>(
        this MySqlDataSource database, string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters, null, cancellationToken));
    }

    /// <summary>How many rows there are, or null from so many on that counting would cost more than listing; the SQL begins with FROM.</summary>
    public static async Task<long?> CountAsync(this MySqlDataSource database, string from, object? parameters, CancellationToken cancellationToken)
    {
        const int most = 50_000;
        var count = await database.FirstAsync<long>($"SELECT COUNT(*) FROM (SELECT 1 {from} LIMIT {most + 1}) counted", parameters, cancellationToken);
        return count > most ? null : count;
    }

    /// <summary>Row after row as they come, so that a long list never lies in memory.</summary>
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        this MySqlDataSource database, string sql, object? parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await foreach (var row in connection.QueryUnbufferedAsync<T>(sql, parameters).WithCancellation(cancellationToken))
            yield return row;
    }

    public static async Task<int> ExecuteAsync(
        this MySqlDataSource database, string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(Command(sql, parameters, null, cancellationToken));
    }

    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this MySqlConnection connection, string sql, object? parameters, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(Command(sql, parameters, null, cancellationToken))).AsList();

    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this MySqlTransaction transaction, string sql, object? parameters, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<T>(Command(sql, parameters, transaction, cancellationToken))).AsList();

    public static Task<T?> FirstAsync<T>(
        this MySqlTransaction transaction, string sql, object? parameters, CancellationToken cancellationToken) =>
        transaction.Connection!.QueryFirstOrDefaultAsync<T>(Command(sql, parameters, transaction, cancellationToken));

    public static Task<int> ExecuteAsync(
        this MySqlTransaction transaction, string sql, object? parameters, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(Command(sql, parameters, transaction, cancellationToken));

    private static CommandDefinition Command(string sql, object? parameters, IDbTransaction? transaction, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
