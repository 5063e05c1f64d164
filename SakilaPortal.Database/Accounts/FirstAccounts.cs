using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Identity;
using MySqlConnector;

namespace SakilaPortal.Database.Accounts;

/// <summary>The accounts that a new portal begins with: four for a demonstration, or a code for the first admin.</summary>
internal static class FirstAccounts
{
    private sealed record DemoAccount(string Name, string Names, string Surnames, int? StaffId);

    private static readonly DemoAccount[] Demo =
    [
        new("clerk", "Carla", "Clerk", 1), new("partner", "Pablo", "Partner", null),
        new("analyst", "Ana", "Analyst", null), new("admin", "Ada", "Admin", null),
    ];

    private static readonly PasswordHasher<string> Hasher = new();

    /// <param name="demoPassword">The demo accounts' password, or null for no demo accounts.</param>
    public static async Task EnsureAsync(MySqlConnection connection, string? demoPassword, Action<string> say, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(demoPassword))
            foreach (var account in Demo)
                await EnsureDemoAsync(connection, account, demoPassword, cancellationToken);
        else if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM portal.user_role WHERE role = 'admin'") == 0)
            await PrintBootstrapCodeAsync(connection, say, cancellationToken);
    }

    private static async Task EnsureDemoAsync(MySqlConnection connection, DemoAccount account, string password, CancellationToken cancellationToken)
    {
        var hash = await connection.ExecuteScalarAsync<string?>("SELECT password_hash FROM portal.user WHERE user_name = @Name", account);
        if (hash is not null && Hasher.VerifyHashedPassword(account.Name, hash, password) != PasswordVerificationResult.Failed)
            return;
        const string sql = """
            INSERT INTO portal.user (user_name, password_hash, names, surnames, staff_id, security_stamp, created_at)
            VALUES (@Name, @hash, @Names, @Surnames, @StaffId, @stamp, UTC_TIMESTAMP(3))
            ON DUPLICATE KEY UPDATE password_hash = @hash, security_stamp = @stamp;
            INSERT IGNORE INTO portal.user_role (user_id, role) SELECT user_id, @Name FROM portal.user WHERE user_name = @Name;
            """;
        await connection.ExecuteAsync(new CommandDefinition(sql, new
        {
            account.Name, account.Names, account.Surnames, account.StaffId,
            hash = Hasher.HashPassword(account.Name, password), stamp = Guid.NewGuid().ToString("N"),
        }, cancellationToken: cancellationToken));
    }

    private static async Task PrintBootstrapCodeAsync(MySqlConnection connection, Action<string> say, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetHexString(20, lowercase: true);
        const string sql = """
            DELETE FROM portal.bootstrap_code;
            INSERT INTO portal.bootstrap_code (code_hash, created_at) VALUES (@hash, UTC_TIMESTAMP(3));
            """;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
        await connection.ExecuteAsync(new CommandDefinition(sql, new { hash }, cancellationToken: cancellationToken));
        say($"There is no admin yet. Whoever registers with the code {code} becomes the first; it works once.");
    }
}
