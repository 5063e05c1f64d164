using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

public class AmazonKinesisFirehoseRequest : AmazonWebServiceRequest;
