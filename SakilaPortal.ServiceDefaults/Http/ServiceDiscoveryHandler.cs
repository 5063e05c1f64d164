using Microsoft.Extensions.Configuration;

namespace SakilaPortal.ServiceDefaults.Http;

/// <summary>
/// Sends a request for <c>http://api</c> to the address in <c>services:api:http:0</c>, and takes turns where there are several.
/// A host that the configuration does not know is left alone.
/// </summary>
internal sealed class ServiceDiscoveryHandler(IConfiguration configuration) : DelegatingHandler
{
    private static int turn = -1;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } uri)
            request.RequestUri = Resolve(uri);
        return base.SendAsync(request, cancellationToken);
    }

    private Uri Resolve(Uri uri)
    {
        var key = $"services:{uri.Host}:{uri.Scheme}";
        var addresses = configuration.GetSection(key).GetChildren().Select(address => address.Value).OfType<string>().ToArray();
        if (addresses.Length == 0)
            return uri;

        var address = addresses[(uint)Interlocked.Increment(ref turn) % addresses.Length];
        return Uri.TryCreate(address, UriKind.Absolute, out var target)
            ? new UriBuilder(uri) { Scheme = target.Scheme, Host = target.Host, Port = target.Port }.Uri
            : throw new InvalidOperationException($"'{address}' in {key} is no address; write it as http://host:port.");
    }
}
