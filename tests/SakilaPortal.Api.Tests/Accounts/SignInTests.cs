using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Accounts;

[Collection(ApiFixture.Collection)]
public sealed class SignInTests(ApiFixture portal)
{
    [Fact]
    public async Task SigningInGivesABearerTokenAndARefreshToken()
    {
        var tokens = await LoginAsync("clerk", ApiFixture.DemoPassword).JsonAsync();
        Assert.Equal(("Bearer", 900), (tokens.Text("tokenType"), tokens.Int("expiresIn")));
        using var client = portal.With(tokens.Text("accessToken")!);
        await client.GetAsync("/api/films?limit=1").JsonAsync();
    }

    [Theory]
    [InlineData("clerk", "wrong")]
    [InlineData("nobody-of-that-name", ApiFixture.DemoPassword)]
    public async Task AWrongNameOrPasswordIsRefusedWithoutSayingWhich(string userName, string password)
    {
        var problem = await LoginAsync(userName, password).ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("User name or password is wrong.", problem.Text("detail"));
    }

    [Fact]
    public async Task MissingFieldsAreNamed() =>
        Assert.Equal(["userName", "password"], await LoginAsync(null, " ").FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Fact]
    public async Task GuessingIsSlowedDownForTheGuessedUserAlone()
    {
        var user = await RegisterAsync();
        for (var attempt = 0; attempt < 10; attempt++)
            await LoginAsync(user, "a-guess").ProblemAsync(HttpStatusCode.Unauthorized);

        using var refused = await LoginAsync(user, Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await LoginAsync("clerk", ApiFixture.DemoPassword).JsonAsync();
    }

    [Fact]
    public async Task SigningInOftenWithTheRightPasswordIsNeverSlowedDown()
    {
        var user = await RegisterAsync();
        for (var attempt = 0; attempt < 12; attempt++)
            await LoginAsync(user, Password).JsonAsync();
    }

    [Fact]
    public async Task ARefreshTokenGivesNewTokensOnce()
    {
        var first = (await LoginAsync("clerk", ApiFixture.DemoPassword).JsonAsync()).Text("refreshToken")!;
        var second = (await RefreshAsync(first).JsonAsync()).Text("refreshToken")!;
        Assert.NotEqual(first, second);
        await AgeAsync(first);
        await RefreshAsync(first).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ARefreshTokenThatComesBackLateEndsTheWholeSession()
    {
        var first = (await LoginAsync("clerk", ApiFixture.DemoPassword).JsonAsync()).Text("refreshToken")!;
        var second = await RefreshAsync(first).JsonAsync();
        await AgeAsync(first);
        await RefreshAsync(first).ProblemAsync(HttpStatusCode.Unauthorized);

        await RefreshAsync(second.Text("refreshToken")!).ProblemAsync(HttpStatusCode.Unauthorized);
        using var client = portal.With(second.Text("accessToken")!);
        await client.GetAsync("/api/films").ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task TwoTabsMayRefreshWithTheSameTokenAtTheSameTime()
    {
        var shared = (await LoginAsync("clerk", ApiFixture.DemoPassword).JsonAsync()).Text("refreshToken")!;
        foreach (var tokens in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RefreshAsync(shared).JsonAsync())))
            await RefreshAsync(tokens.Text("refreshToken")!).JsonAsync();
    }

    [Fact]
    public async Task OnlyAHashOfTheRefreshTokenIsKept()
    {
        var secret = (await LoginAsync("clerk", ApiFixture.DemoPassword).JsonAsync()).Text("refreshToken")!.Split('.')[1];
        Assert.Equal(0, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM portal.session WHERE secret_hash = @secret OR previous_hash = @secret", new { secret }));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000000000000000000000000000.AAAA")]
    public async Task AnInventedRefreshTokenIsRefused(string token) => await RefreshAsync(token).ProblemAsync(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task SigningOutEndsBothTokensAtOnce()
    {
        var tokens = await LoginAsync("clerk", ApiFixture.DemoPassword).JsonAsync();
        using var client = portal.With(tokens.Text("accessToken")!);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync("/api/logout", null)).StatusCode);
        await client.GetAsync("/api/films").ProblemAsync(HttpStatusCode.Unauthorized);
        await RefreshAsync(tokens.Text("refreshToken")!).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8-not-one-of-ours")]
    public async Task AnInventedAccessTokenIsRefused(string token)
    {
        using var client = portal.With(token);
        await client.GetAsync("/api/films").ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AnAccessTokenEndsWithItsTime()
    {
        await using var api = await portal.StartApiAsync(("Accounts__AccessTokenLife", "00:00:00.5"));
        using var anonymous = new HttpClient { BaseAddress = api.Address };
        var tokens = await anonymous.PostAsJsonAsync("/api/login", new { userName = "clerk", password = ApiFixture.DemoPassword }).JsonAsync();
        using var client = portal.With(tokens.Text("accessToken")!, api.Address);
        await Eventually.IsAsync(async () => (await client.GetAsync("/api/films")).StatusCode == HttpStatusCode.Unauthorized, "the access token has ended");
        await anonymous.PostAsJsonAsync("/api/refresh", new { refreshToken = tokens.Text("refreshToken") }).JsonAsync();
    }

    [Fact]
    public async Task TokensOfOneInstanceCountAtAnother()
    {
        await using var other = await portal.StartApiAsync();
        var tokens = await LoginAsync("clerk", ApiFixture.DemoPassword).JsonAsync();
        using var client = portal.With(tokens.Text("accessToken")!, other.Address);
        await client.GetAsync("/api/films?limit=1").JsonAsync();
    }

    private const string Password = "a-fine-secret-42";

    private async Task<string> RegisterAsync()
    {
        var userName = $"guest{portal.NextNumber()}";
        await portal.Anonymous.PostAsJsonAsync("/api/register", new { userName, names = "Gus", surnames = "Guest", birthDate = "1990-05-01", password = Password })
            .JsonAsync(HttpStatusCode.Created);
        return userName;
    }

    // As if the token had been used a minute ago.
    private Task<int> AgeAsync(string refreshToken) => portal.ExecuteAsync(
        "UPDATE portal.session SET rotated_at = rotated_at - INTERVAL 1 MINUTE WHERE session_id = @id", new { id = refreshToken.Split('.')[0] });

    private Task<HttpResponseMessage> LoginAsync(string? userName, string? password) => portal.Anonymous.PostAsJsonAsync("/api/login", new { userName, password });

    private Task<HttpResponseMessage> RefreshAsync(string refreshToken) => portal.Anonymous.PostAsJsonAsync("/api/refresh", new { refreshToken });
}
