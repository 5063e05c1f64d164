using Amazon.Runtime;

namespace Amazon.Glue;

public class AmazonGlueRequest : AmazonWebServiceRequest;
