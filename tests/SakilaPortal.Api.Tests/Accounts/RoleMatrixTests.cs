using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests.Accounts;

/// <summary>Who may call what, for every route that the Api documents. An admin may call all.</summary>
[Collection(ApiFixture.Collection)]
public sealed class RoleMatrixTests(ApiFixture portal)
{
    private static readonly string[] Everyone = ["clerk", "partner", "analyst", "admin"];

    private static readonly (string Route, string[] Roles)[] Rules =
    [
        ("POST /api/logout", Everyone), ("POST /api/password", Everyone), ("GET /api/me", Everyone), ("GET /api/overview", Everyone),
        ("* /api/users", []), ("* /api/films", ["clerk"]), ("* /api/customers", ["clerk"]), ("* /api/inventory", ["clerk"]), ("* /api/payments", ["clerk"]),
        ("GET /api/rentals/{id}/trace", ["analyst"]), ("* /api/rentals", ["clerk"]),
        ("GET /api/partner-events/{eventId}/trace", ["analyst"]), ("* /api/partner-events", ["partner"]),
        ("* /api/templates", ["partner"]), ("* /api/simulations", ["partner"]), ("* /api/rejected-events", ["partner"]),
        ("* /api/reports", ["analyst"]), ("* /api/runs", ["analyst"]), ("* /api/dashboards", ["analyst"]), ("* /api/lake", ["analyst"]),
        ("POST /api/workflow/runs", []), ("DELETE /api/workflow/runs/{id}", []), ("* /api/workflow", ["analyst"]),
    ];

    private static readonly string[] Open = ["POST /api/login", "POST /api/refresh", "POST /api/register", "GET /api/check_db"];

    [Fact]
    public async Task EveryRouteIsForItsRolesAlone()
    {
        var faults = new List<string>();
        foreach (var route in await RoutesAsync())
        {
            if (Open.Contains(route))
                continue;
            if (await CallAsync(portal.Anonymous, route) != HttpStatusCode.Unauthorized)
                faults.Add($"{route} can be called without a token");
            foreach (var role in Everyone)
            {
                // Signing out would end the session that all tests share.
                var client = route == "POST /api/logout" ? await portal.SignInAsync(role, ApiFixture.DemoPassword) : portal.As(role);
                var isForbidden = await CallAsync(client, route) == HttpStatusCode.Forbidden;
                if (isForbidden == IsAllowed(route, role))
                    faults.Add($"{route} is {(isForbidden ? "forbidden" : "open")} to {role}");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task TheDocumentSaysWhatEachRouteDoesAndWhichOnesNeedAToken()
    {
        var document = await portal.Anonymous.GetAsync("/openapi/v1.json").JsonAsync();
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("Bearer").Text("scheme"));
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                var route = $"{operation.Name.ToUpperInvariant()} {path.Name}";
                Assert.True(operation.Value.TryGetProperty("summary", out _), $"{route} has no summary");
                Assert.True(operation.Value.TryGetProperty("security", out _) != Open.Contains(route), $"{route} is documented with the wrong security");
            }
    }

    private async Task<string[]> RoutesAsync()
    {
        var document = await portal.Anonymous.GetAsync("/openapi/v1.json").JsonAsync();
        return [.. document.GetProperty("paths").EnumerateObject().SelectMany(path =>
            path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"))];
    }

    private static bool IsAllowed(string route, string role)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var rule = Rules.FirstOrDefault(rule => rule.Route == route
            || (rule.Route.StartsWith("* ", StringComparison.Ordinal) && (path + "/").StartsWith(rule.Route[2..] + "/", StringComparison.Ordinal)));
        Assert.True(rule.Roles is not null, $"{method} {path} has no rule here; add one.");
        return role == "admin" || rule.Roles.Contains(role);
    }

    // Ids that do not exist and bodies that say nothing: enough to see who is let in, and without effect.
    private static async Task<HttpStatusCode> CallAsync(HttpClient client, string route)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        path = path.Replace("{database}", "nowhere").Replace("{version}", "1").Replace("{name}", "nothing").Replace("{noteId}", "999999").Replace("{id}", path.Contains("runs") || path.Contains("reports") ? "none" : "999999");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is not "GET")
            request.Content = JsonContent.Create(new { });
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
