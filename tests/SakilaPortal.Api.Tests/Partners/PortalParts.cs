using System.Net.Http.Json;

namespace SakilaPortal.Api.Tests.Partners;

internal static class PortalParts
{
    /// <summary>The landing zone of the LocalAws that all tests share.</summary>
    public static LandingZone Landing(this ApiFixture portal) =>
        new(portal.ServiceEnvironment["AWS_ENDPOINT_URL"]!, portal.ServiceEnvironment["AWS_SHARED_CREDENTIALS_FILE"]!);

    /// <summary>A partner, signed in at another instance of the Api.</summary>
    public static async Task<HttpClient> SignInAtAsync(this ApiFixture portal, Uri address)
    {
        using var anonymous = new HttpClient { BaseAddress = address };
        var tokens = await anonymous.PostAsJsonAsync("/api/login", new { userName = "partner", password = ApiFixture.DemoPassword }).JsonAsync();
        return portal.With(tokens.Text("accessToken")!, address);
    }
}
