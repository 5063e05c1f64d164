using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace SakilaPortal.Web.Tests.Support;

/// <summary>The Api as the portal meets it over HTTP: answers that a test has laid out, and a record of what was asked.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<HttpRequestMessage, Task<HttpResponseMessage>>> answers = [];

    /// <summary>What was asked, in order, with the body as text.</summary>
    public ConcurrentQueue<(string Route, string Body, string? IdempotencyKey)> Asked { get; } = [];

    /// <summary>The query of each request, in order.</summary>
    public ConcurrentQueue<string> Queries { get; } = [];

    /// <summary>Lays out the answer to a route such as <c>GET rentals</c>; a later one takes its place.</summary>
    public void Answer(string route, object? body, HttpStatusCode status = HttpStatusCode.OK) =>
        answers[route] = _ => Task.FromResult(new HttpResponseMessage(status) { Content = JsonContent.Create(body) });

    public void Refuse(string route, HttpStatusCode status, string detail, object? errors = null) =>
        Answer(route, new { title = "Refused", detail, status = (int)status, errors }, status);

    /// <summary>No answer until the returned source gives one.</summary>
    public TaskCompletionSource<object> Hold(string route)
    {
        var source = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
        answers[route] = async _ => new HttpResponseMessage { Content = JsonContent.Create(await source.Task) };
        return source;
    }

    /// <summary>The connection breaks before an answer.</summary>
    public void Break(string route) => answers[route] = _ => throw new HttpRequestException("Connection reset.");

    /// <summary>The connection breaks in the middle of the answer.</summary>
    public void Cut(string route) => answers[route] = _ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new CutStream()) });

    private sealed class CutStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The response ended prematurely.");
    }

    public IEnumerable<string> BodiesOf(string route) => Asked.Where(asked => asked.Route == route).Select(asked => asked.Body);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var route = $"{request.Method} {request.RequestUri!.AbsolutePath["/api/".Length..]}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        // What a test lays out after it has seen the question is for the next one.
        var isKnown = answers.TryGetValue(route, out var answer);
        Queries.Enqueue(request.RequestUri.Query);
        Asked.Enqueue((route, body, request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null));
        return isKnown
            ? await answer!(request).WaitAsync(cancellationToken)
            : new(HttpStatusCode.NotFound) { Content = JsonContent.Create(new { detail = $"The test lays out no answer to {route}." }) };
    }
}
