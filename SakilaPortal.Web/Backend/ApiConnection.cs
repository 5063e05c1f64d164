using System.Net;
using SakilaPortal.Web.Accounts;

namespace SakilaPortal.Web.Backend;

/// <summary>Speaks to the Api for the person signed in.</summary>
internal sealed class ApiConnection(ApiTransport transport, Session session)
{
    public Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        SignedInAsync(HttpMethod.Get, path, null, null, transport.ReadAsync<T>, cancellationToken);

    public Task<T> PostAsync<T>(string path, object? body, CancellationToken cancellationToken, string? idempotencyKey = null) =>
        SignedInAsync(HttpMethod.Post, path, body, idempotencyKey, transport.ReadAsync<T>, cancellationToken);

    /// <summary>Null where the Api answers that there is nothing (204).</summary>
    public Task<T?> FindAsync<T>(string path, CancellationToken cancellationToken) where T : class =>
        SignedInAsync(HttpMethod.Get, path, null, null, transport.FindAsync<T>, cancellationToken);

    /// <summary>A request whose answer has no content.</summary>
    public async Task PostAsync(string path, object? body, CancellationToken cancellationToken) =>
        (await SignedInAsync(HttpMethod.Post, path, body, null, transport.SendAsync, cancellationToken)).Dispose();

    public Task<T> PutAsync<T>(string path, object? body, CancellationToken cancellationToken) =>
        SignedInAsync(HttpMethod.Put, path, body, null, transport.ReadAsync<T>, cancellationToken);

    public async Task PutAsync(string path, object? body, CancellationToken cancellationToken) =>
        (await SignedInAsync(HttpMethod.Put, path, body, null, transport.SendAsync, cancellationToken)).Dispose();

    public async Task DeleteAsync(string path, CancellationToken cancellationToken, object? body = null) =>
        (await SignedInAsync(HttpMethod.Delete, path, body, null, transport.SendAsync, cancellationToken)).Dispose();

    private async Task<T> SignedInAsync<T>(
        HttpMethod method, string path, object? body, string? idempotencyKey, Func<HttpRequestMessage, string?, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body) };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        try
        {
            return await send(request, await session.AccessTokenAsync(), cancellationToken);
        }
        catch (ApiException e) when (e.Status == HttpStatusCode.Unauthorized)
        {
            session.SignInAgain();
            throw;
        }
    }
}
