using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Accounts;

[Collection(ApiFixture.Collection)]
public sealed class UserTests(ApiFixture portal)
{
    private const string Password = "a-fine-secret-42";

    [Fact]
    public async Task ANewUserHasNoRolesUntilAnAdminGivesThem()
    {
        var user = await RegisterAsync();
        Assert.Empty(user.GetProperty("roles").EnumerateArray());
        Assert.False(user.TryGetProperty("password", out _));
        using var client = await portal.SignInAsync(user.Text("userName")!, Password);
        await client.GetAsync("/api/films").ProblemAsync(HttpStatusCode.Forbidden);

        var updated = await UpdateAsync(user, new { roles = new[] { "clerk", "analyst" } }).JsonAsync();
        Assert.Equal(["analyst", "clerk"], updated.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        await client.GetAsync("/api/films").JsonAsync();
        Assert.Equal(["analyst", "clerk"], (await client.GetAsync("/api/me").JsonAsync()).GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Fact]
    public async Task ADisabledUserLosesAccessAtOnceAndGetsItBackWhenEnabled()
    {
        var user = await RegisterAsync();
        using var client = await portal.SignInAsync(user.Text("userName")!, Password);
        await UpdateAsync(user, new { disabled = true }).JsonAsync();
        await client.GetAsync("/api/me").ProblemAsync(HttpStatusCode.Unauthorized);
        var refused = await LoginAsync(user, Password).ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("disabled", refused.Text("detail"), StringComparison.Ordinal);

        await UpdateAsync(user, new { disabled = false }).JsonAsync();
        await LoginAsync(user, Password).JsonAsync();
    }

    [Fact]
    public async Task UsersAreListedWithoutPasswords()
    {
        var user = await RegisterAsync();
        var page = await portal.Admin.GetAsync("/api/users?pageSize=500&sort=id").JsonAsync();
        Assert.Equal(page.Int("total"), page.Items().Length);
        var listed = page.Items().Single(item => item.Int("id") == user.Int("id"));
        Assert.Equal("1990-05-01", listed.Text("birthDate"));
        Assert.DoesNotContain("password", page.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AUserNameIsTakenOnlyOnce()
    {
        var user = await RegisterAsync();
        await RegisterAsync(user.Text("userName")!.ToUpperInvariant(), Password).ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task ARegistrationNamesEveryFieldThatIsMissing() => Assert.Equal(
        ["userName", "names", "surnames", "birthDate", "password"],
        await portal.Anonymous.PostAsJsonAsync("/api/register", new { }).FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Theory]
    [InlineData("short")]
    [InlineData("password1")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("my-visitor-secret")]
    public async Task AWeakPasswordIsRefused(string password) =>
        Assert.Equal(["password"], await RegisterAsync("visitor", password).FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Fact]
    public async Task NobodyIsBornInTheFuture()
    {
        var body = new { userName = "unborn", names = "N", surnames = "N", birthDate = "2999-01-01", password = Password };
        Assert.Equal(["birthDate"], await portal.Anonymous.PostAsJsonAsync("/api/register", body).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task AChangedPasswordEndsEverySessionAndTheOldPassword()
    {
        const string next = "another-secret-43";
        var user = await RegisterAsync();
        var tokens = await LoginAsync(user, Password).JsonAsync();
        using var client = await portal.SignInAsync(user.Text("userName")!, Password);
        using var changed = await client.PostAsJsonAsync("/api/password", new { oldPassword = Password, newPassword = next });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        await client.GetAsync("/api/me").ProblemAsync(HttpStatusCode.Unauthorized);
        await portal.Anonymous.PostAsJsonAsync("/api/refresh", new { refreshToken = tokens.Text("refreshToken") }).ProblemAsync(HttpStatusCode.Unauthorized);
        await LoginAsync(user, Password).ProblemAsync(HttpStatusCode.Unauthorized);
        await LoginAsync(user, next).JsonAsync();
    }

    [Theory]
    [InlineData("not-my-password", "another-secret-43", HttpStatusCode.UnprocessableEntity, "oldPassword")]
    [InlineData(Password, Password, HttpStatusCode.UnprocessableEntity, "newPassword")]
    [InlineData(Password, "short", HttpStatusCode.BadRequest, "newPassword")]
    [InlineData(null, "another-secret-43", HttpStatusCode.BadRequest, "oldPassword")]
    public async Task APasswordIsNotChangedWithoutTheOldOneOrToABadOne(string? oldPassword, string newPassword, HttpStatusCode status, string field)
    {
        var user = await RegisterAsync();
        using var client = await portal.SignInAsync(user.Text("userName")!, Password);
        Assert.Equal([field], await client.PostAsJsonAsync("/api/password", new { oldPassword, newPassword }).FaultyFieldsAsync(status));
        await LoginAsync(user, Password).JsonAsync();
    }

    [Fact]
    public async Task AnUnknownRoleOrUserIsRefused()
    {
        var user = await RegisterAsync();
        Assert.Equal(["roles"], await UpdateAsync(user, new { roles = new[] { "boss" } }).FaultyFieldsAsync(HttpStatusCode.BadRequest));
        await portal.Admin.PutAsJsonAsync("/api/users/999999", new { disabled = true }).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheLastAdminCannotBeDisabledOrDemoted()
    {
        var admin = await portal.ScalarAsync<int>("SELECT user_id FROM portal.user WHERE user_name = 'admin'");
        await portal.Admin.PutAsJsonAsync($"/api/users/{admin}", new { disabled = true }).ProblemAsync(HttpStatusCode.Conflict);
        await portal.Admin.PutAsJsonAsync($"/api/users/{admin}", new { roles = new[] { "clerk" } }).ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task TheBootstrapCodeMakesOneAdminOnce()
    {
        var code = $"code{portal.NextNumber()}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
        await portal.ExecuteAsync("INSERT INTO portal.bootstrap_code (code_hash, created_at) VALUES (@hash, UTC_TIMESTAMP(3))", new { hash });

        Assert.Equal(["bootstrapCode"], await RegisterAsync("first.admin", Password, "wrong-code").FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
        var first = await RegisterAsync("first.admin", Password, code).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("admin", Assert.Single(first.GetProperty("roles").EnumerateArray()).GetString());
        Assert.Equal(["bootstrapCode"], await RegisterAsync("second.admin", Password, code).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));

        using var client = await portal.SignInAsync("first.admin", Password);
        await client.GetAsync("/api/users").JsonAsync();
        await UpdateAsync(first, new { roles = Array.Empty<string>() }).JsonAsync();
    }

    private Task<JsonElement> RegisterAsync() => RegisterAsync($"person{portal.NextNumber()}", Password).JsonAsync(HttpStatusCode.Created);

    private Task<HttpResponseMessage> RegisterAsync(string userName, string password, string? bootstrapCode = null) => portal.Anonymous.PostAsJsonAsync(
        "/api/register", new { userName, names = "Pat", surnames = "Person", birthDate = "1990-05-01", password, bootstrapCode });

    private Task<HttpResponseMessage> LoginAsync(JsonElement user, string password) =>
        portal.Anonymous.PostAsJsonAsync("/api/login", new { userName = user.Text("userName"), password });

    private Task<HttpResponseMessage> UpdateAsync(JsonElement user, object update) => portal.Admin.PutAsJsonAsync($"/api/users/{user.Int("id")}", update);
}
