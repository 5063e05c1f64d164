using Microsoft.Extensions.Diagnostics.HealthChecks;
using MySqlConnector;

namespace SakilaPortal.Api.Data;

/// <summary>Well when MySQL answers and holds both schemas, migrated as far as the Api needs.</summary>
internal sealed class DatabaseHealth(MySqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        const string sql = """
            SELECT (SELECT COUNT(*) FROM sakila.store) + (SELECT COUNT(*) FROM portal.session WHERE FALSE)
                 + (SELECT COUNT(*) FROM portal.rental_request WHERE FALSE) + (SELECT COUNT(*) FROM portal.report_version WHERE FALSE)
                 + (SELECT COUNT(*) FROM portal.customer_note WHERE FALSE)
            """;
        try
        {
            return await database.FirstAsync<int>(sql, null, cancellationToken) > 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The schema sakila holds no store; run SakilaPortal.Database to load it.");
        }
        catch (MySqlException thrown)
        {
            return HealthCheckResult.Unhealthy(
                $"MySQL cannot be used ({thrown.Message}); start it and run SakilaPortal.Database to create both schemas.", thrown);
        }
    }
}
