using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace SakilaPortal.Database.Tests.Loading;

public class AccountTests(PrivateServer server) : IClassFixture<PrivateServer>
{
    [Fact]
    public async Task DemoAccountsAreMadeWithTheirRolesAndTakeANewPassword()
    {
        await server.LoadAsync(demoPassword: "first-password");
        await server.LoadAsync(demoPassword: "second-password");

        await using var connection = await OpenAsync();
        var accounts = (await connection.QueryAsync<(string Name, string Hash, byte? Staff, string Role)>(
            "SELECT user_name, password_hash, staff_id, role FROM portal.user JOIN portal.user_role USING (user_id) ORDER BY user_name")).ToList();
        Assert.Equal([("admin", "admin"), ("analyst", "analyst"), ("clerk", "clerk"), ("partner", "partner")], accounts.Select(account => (account.Name, account.Role)));
        Assert.Equal([null, null, (byte?)1, null], accounts.Select(account => account.Staff));
        Assert.All(accounts, account => Assert.NotEqual(
            PasswordVerificationResult.Failed, new PasswordHasher<string>().VerifyHashedPassword(account.Name, account.Hash, "second-password")));
    }

    [Fact]
    public async Task WithoutDemoAccountsACodeForTheFirstAdminIsPrintedAndKeptAsAHash()
    {
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync("DROP DATABASE IF EXISTS portal; DROP DATABASE IF EXISTS sakila");

        var (_, output) = await server.RunLoaderAsync();

        var code = Regex.Match(output, "code ([0-9a-f]{20}) ").Groups[1].Value;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code))), await connection.QuerySingleAsync<string>("SELECT code_hash FROM portal.bootstrap_code"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM portal.user"));
    }

    [Fact]
    public async Task EveryCustomerHasADocumentOfItsOwnAlsoOneAddedLater()
    {
        await server.LoadAsync();
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync("INSERT INTO sakila.customer (store_id, first_name, last_name, address_id, create_date) VALUES (1, 'LATE', 'COMER', 5, NOW())");
        await server.LoadAsync();

        var documents = (await connection.QueryAsync<string>("SELECT document FROM sakila.customer JOIN portal.customer_document USING (customer_id)")).ToList();
        Assert.Equal(await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM sakila.customer"), documents.Distinct().Count());
        Assert.All(documents, document => Assert.Equal(1, long.Parse(document) % 97));
    }

    private async Task<MySqlConnection> OpenAsync()
    {
        var connection = new MySqlConnection(server.ConnectionString(database: null));
        await connection.OpenAsync();
        return connection;
    }
}
