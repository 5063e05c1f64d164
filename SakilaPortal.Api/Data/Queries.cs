using System.Data;
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
