using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templates;

/// <summary>The templates in <c>portal.template</c>.</summary>
internal static class TemplateStore
{
    public const int LongestName = 100;
    public const int LongestBody = 100_000;

    private const string Columns = "template_id AS id, name, body, built_in, version, updated_at";

    public static async Task<Page<Template>> ListTemplatesAsync(this MySqlDataSource database, Paging paging, CancellationToken cancellationToken)
    {
        var sql = $"SELECT {Columns} FROM portal.template ORDER BY built_in DESC, {paging.OrderBy}, template_id LIMIT @Take OFFSET @Offset";
        var total = await database.FirstAsync<long>("SELECT COUNT(*) FROM portal.template", null, cancellationToken);
        return paging.ToPage(await database.ListAsync<Template>(sql, new { paging.Take, paging.Offset }, cancellationToken), total);
    }

    public static Task<Template?> FindTemplateAsync(this MySqlDataSource database, int id, CancellationToken cancellationToken) =>
        database.FirstAsync<Template>($"SELECT {Columns} FROM portal.template WHERE template_id = @id", new { id }, cancellationToken);

    /// <returns>Null when the name is taken.</returns>
    public static async Task<Template?> AddTemplateAsync(
        this MySqlDataSource database, TemplateRequest request, string userName, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.template (name, body, updated_by, updated_at) VALUES (@name, @body, @userName, @now)
            """;
        return await TrySaveAsync(database, sql, 0, request, userName, clock, cancellationToken)
            ? await database.FirstAsync<Template>(
                $"SELECT {Columns} FROM portal.template WHERE name = @name", new { name = request.Name!.Trim() }, cancellationToken)
            : null;
    }

    /// <returns>Null when the name is taken.</returns>
    public static async Task<Template?> ChangeTemplateAsync(
        this MySqlDataSource database, int id, TemplateRequest request, string userName, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.template SET name = @name, body = @body, version = version + 1, updated_by = @userName, updated_at = @now
            WHERE template_id = @id AND NOT built_in
            """;
        return await TrySaveAsync(database, sql, id, request, userName, clock, cancellationToken)
            ? await database.FindTemplateAsync(id, cancellationToken)
            : null;
    }

    public static Task<int> DeleteTemplateAsync(this MySqlDataSource database, int id, CancellationToken cancellationToken) =>
        database.ExecuteAsync("DELETE FROM portal.template WHERE template_id = @id AND NOT built_in", new { id }, cancellationToken);

    private static async Task<bool> TrySaveAsync(
        MySqlDataSource database, string sql, int id, TemplateRequest request, string userName, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            var values = new { id, name = request.Name!.Trim(), body = request.Body, userName, now = clock.GetUtcNow().UtcDateTime };
            await database.ExecuteAsync(sql, values, cancellationToken);
            return true;
        }
        catch (MySqlException taken) when (taken.ErrorCode == MySqlErrorCode.DuplicateKeyEntry)
        {
            return false;
        }
    }
}
