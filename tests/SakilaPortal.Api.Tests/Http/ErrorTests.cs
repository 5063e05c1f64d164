using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace SakilaPortal.Api.Tests.Http;

[Collection(ApiFixture.Collection)]
public sealed class ErrorTests(ApiFixture portal)
{
    [Fact]
    public async Task AnUnknownRouteIsNotFound() => await portal.Anonymous.GetAsync("/api/nothing-here").ProblemAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task AWrongMethodIsRefused() => await portal.Anonymous.GetAsync("/api/login").ProblemAsync(HttpStatusCode.MethodNotAllowed);

    [Fact]
    public async Task WithoutATokenACallerIsAskedToSignIn()
    {
        var problem = await portal.Anonymous.GetAsync("/api/films").ProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("/api/login", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"userName": 5}""", "userName")]
    [InlineData("""{"userName": "x" """, "body")]
    [InlineData("\"text\"", "body")]
    [InlineData("null", "body")]
    [InlineData("", "body")]
    public async Task ABodyThatCannotBeReadIsRefusedNamingTheField(string body, string field) =>
        Assert.Equal([field], await portal.Anonymous.PostAsync("/api/login", Json(body)).FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Fact]
    public async Task ABodyThatIsNotJsonIsRefused() =>
        await portal.Anonymous.PostAsync("/api/login", new StringContent("userName=x", Encoding.UTF8, "text/plain")).ProblemAsync(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task AQueryThatCannotBeReadIsRefusedNamingTheParameter()
    {
        var fields = await portal.Clerk.GetAsync("/api/films?limit=many").FaultyFieldsAsync(HttpStatusCode.BadRequest);
        Assert.Equal(["limit"], fields);
    }

    [Theory]
    [InlineData("rentals?open=maybe", "open")]
    [InlineData("rentals?customerId=x", "customerId")]
    [InlineData("rentals?pageSize=x", "pageSize")]
    public async Task AListsParametersAreNamedAsTheyAreWritten(string path, string field) =>
        Assert.Equal([field], await portal.Clerk.GetAsync($"/api/{path}").FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Fact]
    public async Task AMissingBodyIsAskedForInOurWords()
    {
        var problem = await portal.Clerk.DeleteAsync("/api/rentals/1").ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal("A JSON body is required.", problem.GetProperty("errors").GetProperty("body")[0].GetString());
    }

    [Fact]
    public async Task ABodyThatIsTooLargeIsCalledThat()
    {
        // The refusal comes before the body is sent.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/partner-events") { Content = Json($"[\"{new string('x', 11 << 20)}\"]"), Headers = { ExpectContinue = true } };
        var problem = await portal.Partner.SendAsync(request).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("Content Too Large", problem.Text("title"));
        Assert.False(problem.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task PageAndOrderOfAListAreChecked()
    {
        var fields = await portal.Clerk.GetAsync("/api/rentals?page=0&pageSize=501&sort=password").FaultyFieldsAsync(HttpStatusCode.BadRequest);
        Assert.Equal(["page", "pageSize", "sort"], fields);
    }

    [Fact]
    public async Task TheApiIsHealthyOverAMigratedDatabase()
    {
        var health = await portal.Anonymous.GetAsync("/health").JsonAsync();
        Assert.Equal("Healthy", health.Text("status"));
    }

    [Fact]
    public async Task WithoutItsTablesTheApiIsNotHealthy()
    {
        await portal.ExecuteAsync("RENAME TABLE portal.session TO portal.session_away");
        try
        {
            var health = await portal.Anonymous.GetAsync("/health").JsonAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Contains("SakilaPortal.Database", health.GetProperty("checks").GetProperty("database").Text("description"), StringComparison.Ordinal);
        }
        finally
        {
            await portal.ExecuteAsync("RENAME TABLE portal.session_away TO portal.session");
        }
    }

    [Fact]
    public async Task TheDatabaseCheckSaysThatItAnswersAndHowFast()
    {
        var status = await portal.Anonymous.GetAsync("/api/check_db").JsonAsync();
        Assert.Equal(("ok", "sakila"), (status.Text("status"), status.Text("database")));
        Assert.True(status.GetProperty("latencyMs").GetDouble() > 0);
    }

    [Fact]
    public async Task WithoutADatabaseTheCheckSaysUnavailableAndOthersAskToTryAgain()
    {
        var nowhere = portal.ConnectionString().Replace($"Port={portal.Port}", $"Port={TestSupport.ServiceProcess.FreePort()}", StringComparison.Ordinal);
        await using var api = await TestSupport.ServiceProcess.StartAsync(
            "SakilaPortal.Api", environment: new Dictionary<string, string?> { ["ConnectionStrings__sakila"] = nowhere, ["AWS_REGION"] = "us-east-1" }, healthPath: "/alive");
        using var client = new HttpClient { BaseAddress = api.Address };
        var status = await client.GetAsync("/api/check_db").JsonAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("unavailable", status.Text("status"));
        using var refused = await client.PostAsJsonAsync("/api/login", new { userName = "clerk", password = "x" });
        Assert.NotNull(refused.Headers.RetryAfter);
        await Task.FromResult(refused).ProblemAsync(HttpStatusCode.ServiceUnavailable);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
