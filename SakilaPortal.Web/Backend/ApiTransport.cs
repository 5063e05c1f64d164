using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SakilaPortal.Web.Backend;

/// <summary>One request to the Api and its answer; whatever is no success becomes an <see cref="ApiException"/>.</summary>
internal sealed class ApiTransport(IHttpClientFactory clients)
{
    public const string ClientName = "api";

    public async Task<T> ReadAsync<T>(HttpRequestMessage request, string? accessToken, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, accessToken, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>Null where the Api answers that there is nothing (204).</summary>
    public async Task<T?> FindAsync<T>(HttpRequestMessage request, string? accessToken, CancellationToken cancellationToken) where T : class
    {
        using var response = await SendAsync(request, accessToken, cancellationToken);
        return response.StatusCode == HttpStatusCode.NoContent ? null : await ReadAsync<T>(response, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync<T>(cancellationToken))!;
        }
        catch (JsonException e)
        {
            const string text = "The Api answered in a form that the portal does not understand. Both need the same version.";
            throw new ApiException(response.StatusCode, text, cause: e);
        }
        catch (Exception e) when (IsNoAnswer(e, cancellationToken))
        {
            throw NoAnswer(e);
        }
    }

    // Also an answer that breaks off in the middle is none.
    private static bool IsNoAnswer(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or IOException or TimeoutException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static ApiException NoAnswer(Exception cause) =>
        new(null, "The portal's Api does not answer. Wait a moment and try again; what you entered is kept.", cause: cause);

    /// <summary>The caller disposes the response.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accessToken, CancellationToken cancellationToken)
    {
        if (accessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var response = await AnswerAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await RefusalAsync(response, cancellationToken);
    }

    private static async Task<ApiException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ApiProblem.ReadAsync(response, cancellationToken);
        }
        catch (Exception e) when (IsNoAnswer(e, cancellationToken))
        {
            return NoAnswer(e);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception e) when (IsNoAnswer(e, cancellationToken))
        {
            throw NoAnswer(e);
        }
    }
}
