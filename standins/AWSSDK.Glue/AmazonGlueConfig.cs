using Amazon.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.Glue;

public class AmazonGlueConfig : ClientConfig
{
    public AmazonGlueConfig() : base(ServicePipeline.DefaultModes())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "glue";
        EndpointProvider = new ServicePipeline.EndpointProvider();
    }

    public static new string ServiceId => "Glue";
    public override string RegionEndpointServiceName => "glue";
    public override string ServiceVersion => "2017-03-31";
    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("Glue", "4.0.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServicePipeline.Locate(this, parameters.AlternateEndpoint);
}
