using System.Net;
using System.Text.Json;

namespace SakilaPortal.Web.Backend;

/// <summary>What RFC 9457 says of a refusal (https://www.rfc-editor.org/rfc/rfc9457), as far as a person needs it.</summary>
/// <param name="Earlier">What an earlier request with the same idempotency key made.</param>
internal sealed record ApiProblem(string? Title, string? Detail, Dictionary<string, string[]>? Errors, JsonElement? Earlier)
{
    public static async Task<ApiException> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<ApiProblem>(cancellationToken);
            return new(response.StatusCode, problem?.Detail ?? problem?.Title ?? Plain(response.StatusCode), problem?.Errors) { Made = problem?.Earlier };
        }
        catch (JsonException)
        {
            return new(response.StatusCode, Plain(response.StatusCode));
        }
    }

    private static string Plain(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "Your session has ended. Sign in again.",
        HttpStatusCode.Forbidden => "Your account has no role for this. Ask an administrator to give it.",
        HttpStatusCode.NotFound => "This is not there (any more).",
        HttpStatusCode.TooManyRequests => "Too many requests at once. Wait a moment and try again.",
        _ => $"The Api could not do this (status {(int)status}). Try again; if it stays, look at the Api's log.",
    };
}
