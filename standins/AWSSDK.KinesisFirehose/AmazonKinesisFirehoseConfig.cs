using Amazon.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.KinesisFirehose;

public class AmazonKinesisFirehoseConfig : ClientConfig
{
    public AmazonKinesisFirehoseConfig() : base(ServicePipeline.DefaultModes())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "firehose";
        EndpointProvider = new ServicePipeline.EndpointProvider();
    }

    public static new string ServiceId => "Firehose";
    public override string RegionEndpointServiceName => "firehose";
    public override string ServiceVersion => "2015-08-04";
    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("Firehose", "4.0.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServicePipeline.Locate(this, parameters.AlternateEndpoint);
}
