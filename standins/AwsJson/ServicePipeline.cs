using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util;

namespace Amazon.AwsJson;

/// <summary>What every service client adds to the core's pipeline: its endpoint and Signature Version 4.</summary>
internal static class ServicePipeline
{
    public static void AddService(this RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpoint());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureVersion4());
    }

    /// <summary>The default modes of https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html.</summary>
    public static DefaultConfigurationProvider DefaultModes() => new(
    [
        Mode(DefaultConfigurationMode.Standard, 3100), Mode(DefaultConfigurationMode.InRegion, 1100), Mode(DefaultConfigurationMode.CrossRegion, 3100),
        Mode(DefaultConfigurationMode.Mobile, 30000), Mode(DefaultConfigurationMode.Auto, 1100),
    ]);

    /// <summary>The address of a request: the configured one, else the region's own by the partition's rule.</summary>
    public static Endpoint Locate(ClientConfig config, RegionEndpoint alternative)
    {
        if (!string.IsNullOrEmpty(config.ServiceURL)) return new Endpoint(config.ServiceURL);
        var region = (alternative ?? config.RegionEndpoint)?.SystemName
            ?? throw new AmazonClientException("Invalid Configuration: Missing Region");
        var suffix = Fn.Partition(region)[config.UseDualstackEndpoint ? "dualStackDnsSuffix" : "dnsSuffix"];
        var fips = config.UseFIPSEndpoint ? "-fips" : "";
        return new Endpoint($"https://{config.RegionEndpointServiceName}{fips}.{region}.{suffix}");
    }

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, double milliseconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(milliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(milliseconds),
    };

    private sealed class ServiceEndpoint : BaseEndpointResolver
    {
        protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => new LocatedEndpoint(requestContext);
    }

    /// <summary>Carries the request to the provider, which the core asks with nothing but these parameters.</summary>
    private sealed class LocatedEndpoint(IRequestContext context) : EndpointParameters
    {
        public Endpoint Locate() => ServicePipeline.Locate((ClientConfig)context.ClientConfig, context.Request.AlternateEndpoint);
    }

    public sealed class EndpointProvider : IEndpointProvider
    {
        public Endpoint ResolveEndpoint(EndpointParameters parameters) => ((LocatedEndpoint)parameters).Locate();
    }

    private sealed class SignatureVersion4 : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
    }
}
