using System.Text.Json;
using MySqlConnector;

namespace SakilaPortal.Api.Data;

/// <summary>Who did what to which row and why, written in the transaction of the deed.</summary>
internal static class Audit
{
    public static Task WriteAsync(
        MySqlTransaction transaction, TimeProvider clock, string userName, string action, string subject, object detail, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.audit (happened_at, user_name, action, subject, detail)
            VALUES (@now, @userName, @action, @subject, @json)
            """;
        var json = JsonSerializer.Serialize(detail, JsonSerializerOptions.Web);
        return transaction.ExecuteAsync(sql, new { now = clock.GetUtcNow().UtcDateTime, userName, action, subject, json }, cancellationToken);
    }
}
