using Dapper;
using MySqlConnector;

namespace SakilaPortal.Database.Sakila;

/// <summary>
/// A document number for every customer: seven digits made of the customer's id and two check digits, so that a slip of one digit or a swap of two
/// is noticed (ISO/IEC 7064, MOD 97-10: the whole number leaves 1 when divided by 97).
/// </summary>
internal static class CustomerDocuments
{
    public static Task FillAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.customer_document (customer_id, document)
            SELECT customer_id, CONCAT(4000000 + customer_id, LPAD(98 - MOD((4000000 + customer_id) * 100, 97), 2, '0'))
            FROM sakila.customer c
            WHERE NOT EXISTS (SELECT 1 FROM portal.customer_document d WHERE d.customer_id = c.customer_id)
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }
}
