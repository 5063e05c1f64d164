using System.Text.Json;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports.Dashboards;

/// <summary>What became of a change.</summary>
internal enum DashboardChange { Done, NameTaken, Outdated }

/// <summary>Pages of reports in MySQL.</summary>
internal sealed class DashboardBook(MySqlDataSource database, TimeProvider clock)
{
    private const string Select = "SELECT dashboard_id, name, description, tiles, created_by, changed_by, changed_at FROM portal.dashboard";

    private sealed record Row(long DashboardId, string Name, string? Description, string Tiles, string CreatedBy, string ChangedBy, DateTime ChangedAt)
    {
        public Dashboard ToDashboard() =>
            new(DashboardId, Name, Description, JsonSerializer.Deserialize<List<DashboardTile>>(Tiles)!, CreatedBy, ChangedBy, ChangedAt);
    }

    public async Task<IReadOnlyList<Dashboard>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await database.ListAsync<Row>($"{Select} ORDER BY name", null, cancellationToken)).Select(row => row.ToDashboard())];

    public async Task<Dashboard?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await database.FirstAsync<Row>($"{Select} WHERE dashboard_id = @id", new { id }, cancellationToken))?.ToDashboard();

    /// <summary>Null when the name is taken.</summary>
    public async Task<Dashboard?> CreateAsync(string userName, DashboardRequest request, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO portal.dashboard (name, description, tiles, created_by, changed_by, changed_at)
            VALUES (@name, @Description, @tiles, @userName, @userName, @now);
            SELECT LAST_INSERT_ID()
            """;
        try
        {
            var id = await database.FirstAsync<long>(sql, Values(userName, request), cancellationToken);
            return await FindAsync(id, cancellationToken);
        }
        catch (MySqlException taken) when (taken.ErrorCode == MySqlErrorCode.DuplicateKeyEntry)
        {
            return null;
        }
    }

    public async Task<DashboardChange> ChangeAsync(long id, string userName, DashboardRequest request, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.dashboard SET name = @name, description = @Description, tiles = @tiles, changed_by = @userName, changed_at = @now
            WHERE dashboard_id = @id AND (@ChangedAt IS NULL OR changed_at = @ChangedAt)
            """;
        try
        {
            return await database.ExecuteAsync(sql, Values(userName, request, id), cancellationToken) == 1 ? DashboardChange.Done : DashboardChange.Outdated;
        }
        catch (MySqlException taken) when (taken.ErrorCode == MySqlErrorCode.DuplicateKeyEntry)
        {
            return DashboardChange.NameTaken;
        }
    }

    public Task DeleteAsync(long id, CancellationToken cancellationToken) =>
        database.ExecuteAsync("DELETE FROM portal.dashboard WHERE dashboard_id = @id", new { id }, cancellationToken);

    private object Values(string userName, DashboardRequest request, long id = 0) => new
    {
        id, name = request.Name!.Trim(), request.Description, request.ChangedAt, tiles = JsonSerializer.Serialize(request.Tiles), userName, now = clock.GetUtcNow().UtcDateTime,
    };
}
