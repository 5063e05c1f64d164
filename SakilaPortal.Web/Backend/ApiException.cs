using System.Net;
using System.Text.Json;

namespace SakilaPortal.Web.Backend;

/// <summary>The Api's refusal, in words for a person.</summary>
internal sealed class ApiException(HttpStatusCode? status, string message, IReadOnlyDictionary<string, string[]>? errors = null, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>Null when no answer came at all.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Whether the same request may well succeed in a moment: there was no answer, or the fault is not the request's.</summary>
    public bool MayPass => Status is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>What is wrong with each field, by its name in the request.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors ?? new Dictionary<string, string[]>();

    /// <summary>What an earlier request with the same idempotency key made, where that is why this one was refused.</summary>
    public JsonElement? Made { get; init; }

    /// <summary>The same, read as what it is.</summary>
    public T? Earlier<T>() where T : class => Made?.Deserialize<T>(JsonSerializerOptions.Web);

    public string? For(string field) => Errors.TryGetValue(field, out var texts) ? string.Join(' ', texts) : null;
}
