using System.Security.Cryptography;
using System.Text;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Accounts;

/// <summary>The one-time code that SakilaPortal.Database prints where there are no demo accounts; it makes the first administrator.</summary>
internal static class Bootstrap
{
    public static async Task<bool> RedeemAsync(MySqlTransaction transaction, int userId, string code, CancellationToken cancellationToken)
    {
        const string redeem = "DELETE FROM portal.bootstrap_code WHERE code_hash = @hash";
        const string promote = "INSERT INTO portal.user_role (user_id, role) VALUES (@userId, @role)";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
        if (await transaction.ExecuteAsync(redeem, new { hash }, cancellationToken) == 0)
            return false;
        await transaction.ExecuteAsync(promote, new { userId, role = Roles.Admin }, cancellationToken);
        return true;
    }
}
