using System.Net;
using Polly;
using Polly.Retry;

namespace SakilaPortal.ServiceDefaults.Http;

/// <summary>Repeats what may be repeated: idempotent requests that met a service on its way up, down or too busy.</summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePipeline<HttpResponseMessage> Retries = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(response => IsPassing(response.StatusCode)),
            DelayGenerator = attempt => ValueTask.FromResult(ShortWait(attempt.Outcome.Result?.Headers.RetryAfter?.Delta)),
            OnRetry = attempt =>
            {
                attempt.Outcome.Result?.Dispose();
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!MayRepeat(request))
            return await base.SendAsync(request, cancellationToken);

        // Service discovery below puts the instance's address into the request; each attempt starts from the logical one.
        var address = request.RequestUri;
        return await Retries.ExecuteAsync(async token =>
        {
            request.RequestUri = address;
            return await base.SendAsync(request, token);
        }, cancellationToken);
    }

    private static bool MayRepeat(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options
        || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete
        || request.Headers.Contains("Idempotency-Key");

    // A person waits for the answer: a service that asks for a long pause gets the usual short one.
    private static TimeSpan? ShortWait(TimeSpan? asked) => asked <= TimeSpan.FromSeconds(2) ? asked : null;

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout;
}
