using Dapper;
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

    private const string Columns = "template_id AS id, name, body, built_in, version, updated_at, updated_by";

    /// <param name="search">Words, all of which are in the name.</param>
    /// <param name="bodies">Whether their texts are wanted too.</param>
    public static async Task<Page<Template>> ListTemplatesAsync(
        this MySqlDataSource database, Paging paging, CancellationToken cancellationToken, string? search = null, bool bodies = true)
    {
        var words = SearchText.Words(search);
        var where = string.Join(" AND ", words.Select((_, index) => $"name LIKE @word{index}").DefaultIfEmpty("TRUE"));
        var sql = $"SELECT {(bodies ? Columns : Columns.Replace("body", "'' AS body", StringComparison.Ordinal))} FROM portal.template WHERE {where} "
            + $"ORDER BY built_in DESC, {paging.OrderBy}, template_id LIMIT @Take OFFSET @Offset";
        var values = new DynamicParameters(new { paging.Take, paging.Offset });
        foreach (var (index, word) in words.Index())
            values.Add($"word{index}", "%" + SearchText.Prefix(word));
        var total = await database.FirstAsync<long>($"SELECT COUNT(*) FROM portal.template WHERE {where}", values, cancellationToken);
        return paging.ToPage(await database.ListAsync<Template>(sql, values, cancellationToken), total);
    }

    public static Task<Template?> FindTemplateAsync(this MySqlDataSource database, int id, CancellationToken cancellationToken) =>
        database.FirstAsync<Template>($"SELECT {Columns} FROM portal.template WHERE template_id = @id", new { id }, cancellationToken);

    public static Task<Template?> FindTemplateAsync(this MySqlDataSource database, string name, string body, CancellationToken cancellationToken) =>
        database.FirstAsync<Template>(
            $"SELECT {Columns} FROM portal.template WHERE name = @name AND BINARY body = @body", new { name, body }, cancellationToken);

    /// <returns>Null when the name is taken.</returns>
    public static Task<Template?> AddTemplateAsync(
        this MySqlDataSource database, TemplateRequest request, string userName, TimeProvider clock, CancellationToken cancellationToken) =>
        database.SaveAsync(
            "INSERT INTO portal.template (name, body, updated_by, updated_at) VALUES (@name, @body, @userName, @now)",
            null, request, userName, clock, cancellationToken);

    /// <returns>Null when the name is taken, or the version is no more the newest.</returns>
    public static Task<Template?> ChangeTemplateAsync(
        this MySqlDataSource database, int id, TemplateRequest request, string userName, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.template SET name = @name, body = @body, version = version + 1, updated_by = @userName, updated_at = @now
            WHERE template_id = @id AND NOT built_in AND (@version IS NULL OR version = @version)
            """;
        return database.SaveAsync(sql, id, request, userName, clock, cancellationToken);
    }

    public static Task<int> DeleteTemplateAsync(this MySqlDataSource database, int id, CancellationToken cancellationToken) =>
        database.ExecuteAsync("DELETE FROM portal.template WHERE template_id = @id AND NOT built_in", new { id }, cancellationToken);

    // The template and its version in the history are written together.
    private static async Task<Template?> SaveAsync(
        this MySqlDataSource database, string sql, int? id, TemplateRequest request, string userName, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string keep = """
            INSERT INTO portal.template_version (template_id, version, name, body, saved_by, saved_at)
            SELECT template_id, version, name, body, updated_by, updated_at FROM portal.template WHERE name = @name
            """;
        var values = new { id, name = request.Name!.Trim(), body = request.Body, request.Version, userName, now = clock.GetUtcNow().UtcDateTime };
        try
        {
            return await database.InTransactionAsync(async transaction =>
            {
                if (await transaction.ExecuteAsync(sql, values, cancellationToken) == 0)
                    return null;
                await transaction.ExecuteAsync(keep, values, cancellationToken);
                var saved = await transaction.FirstAsync<Template>($"SELECT {Columns} FROM portal.template WHERE name = @name", values, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return saved;
            }, cancellationToken);
        }
        catch (MySqlException taken) when (taken.ErrorCode == MySqlErrorCode.DuplicateKeyEntry)
        {
            return null;
        }
    }
}
