using Amazon.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.Athena;

public class AmazonAthenaConfig : ClientConfig
{
    public AmazonAthenaConfig() : base(ServicePipeline.DefaultModes())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "athena";
        EndpointProvider = new ServicePipeline.EndpointProvider();
    }

    public static new string ServiceId => "Athena";
    public override string RegionEndpointServiceName => "athena";
    public override string ServiceVersion => "2017-05-18";
    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("Athena", "4.0.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServicePipeline.Locate(this, parameters.AlternateEndpoint);
}
