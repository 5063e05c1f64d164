using System.Data.Common;
using Dapper;
using MySqlConnector;
using SakilaPortal.Pipeline.Cleaning;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>The sales whose rental or copy has not come yet. Every increment makes all of them again while there are any.</summary>
internal sealed class UnmatchedSales(MySqlDataSource mySql)
{
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await mySql.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new("SELECT EXISTS (SELECT 1 FROM portal.unmatched_sale)", cancellationToken: cancellationToken));
    }

    /// <summary>Those among rows that are about to be published.</summary>
    public static List<long> Among(CleanDatabase staged) =>
        staged.Query("SELECT payment_id FROM staged WHERE op = 'U' AND film_id = -1 AND rental_id <> -1", row => row.GetInt64(0));

    /// <summary>Writes them down in place of those before.</summary>
    public static async Task WriteAsync(DbConnection connection, DbTransaction transaction, List<long> payments)
    {
        await connection.ExecuteAsync("DELETE FROM portal.unmatched_sale", null, transaction);
        await connection.ExecuteAsync("INSERT INTO portal.unmatched_sale (payment_id) VALUES (@payment)", payments.Select(payment => new { payment }).ToList(), transaction);
    }
}
