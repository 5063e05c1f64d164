using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>Who did what to a rental, also to one that was undone; a rental from before the portal has none.</summary>
internal static class RentalAudit
{
    /// <summary>The payment that a deed wrote, out of its detail; JSON's null becomes SQL's.</summary>
    public const string PaymentId = "NULLIF(CAST(JSON_UNQUOTE(JSON_EXTRACT(detail, '$.paymentId')) AS UNSIGNED), 0)";

    public static async Task<Results<Ok<Page<AuditEntry>>, ProblemHttpResult>> ListAsync(
        int id, [AsParameters] ListQuery list, MySqlDataSource database, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT happened_at, user_name, action, JSON_UNQUOTE(JSON_EXTRACT(detail, '$.reason')) reason, detail, {PaymentId} payment_id
            FROM portal.audit WHERE subject = @subject ORDER BY audit_id
            """;
        var entries = await database.ListAsync<AuditEntry>(sql, new { subject = $"rental {id}" }, cancellationToken);
        return list.Answer(entries, ("happenedAt", entry => entry.HappenedAt));
    }
}
