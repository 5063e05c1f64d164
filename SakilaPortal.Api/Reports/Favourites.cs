using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Reports;

/// <summary>The reports that a person has marked.</summary>
internal sealed class Favourites(MySqlDataSource database)
{
    public async Task<HashSet<string>> OfAsync(string userName, CancellationToken cancellationToken) =>
        [.. await database.ListAsync<string>("SELECT report_id FROM portal.report_favourite WHERE user_name = @userName", new { userName }, cancellationToken)];

    public static async Task<Results<NoContent, ProblemHttpResult>> MarkAsync(
        string id, ClaimsPrincipal caller, NamedQueries queries, MySqlDataSource database, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is null)
            return ReportLibrary.Missing(id);
        const string sql = "INSERT IGNORE INTO portal.report_favourite (user_name, report_id) VALUES (@UserName, @id)";
        await database.ExecuteAsync(sql, new { caller.UserName, id }, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> UnmarkAsync(string id, ClaimsPrincipal caller, MySqlDataSource database, CancellationToken cancellationToken)
    {
        const string sql = "DELETE FROM portal.report_favourite WHERE user_name = @UserName AND report_id = @id";
        await database.ExecuteAsync(sql, new { caller.UserName, id }, cancellationToken);
        return TypedResults.NoContent();
    }
}
