using SakilaPortal.Contracts.Accounts;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Accounts;

/// <summary>Signing in and what follows from it; the callers have no session yet, or bring its token themselves.</summary>
internal sealed class AccountsClient(ApiTransport transport)
{
    public Task<TokenResponse> LoginAsync(LoginRequest request, CancellationToken cancellationToken) =>
        PostAsync<TokenResponse>("login", request, cancellationToken);

    public Task<User> RegisterAsync(RegisterRequest request, CancellationToken cancellationToken) => PostAsync<User>("register", request, cancellationToken);

    public Task<TokenResponse> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        PostAsync<TokenResponse>("refresh", new RefreshRequest(refreshToken), cancellationToken);

    public async Task<User> MeAsync(string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "me");
        return await transport.ReadAsync<User>(request, accessToken, cancellationToken);
    }

    public async Task LogoutAsync(string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "logout");
        (await transport.SendAsync(request, accessToken, cancellationToken)).Dispose();
    }

    private async Task<T> PostAsync<T>(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        return await transport.ReadAsync<T>(request, null, cancellationToken);
    }
}
