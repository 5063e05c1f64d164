using Amazon.Athena;
using Amazon.Glue;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>The AWS clients with which tests look into a lake and put into it.</summary>
internal sealed record LakeClients(IAmazonS3 S3, IAmazonAthena Athena, IAmazonGlue Glue, IAmazonKinesisFirehose Firehose)
{
    /// <param name="address">Where LocalAws answers.</param>
    /// <param name="credentialsFile">The one that LocalAws wrote.</param>
    public static LakeClients Of(Uri address, string credentialsFile)
    {
        Assert.True(new SharedCredentialsFile(credentialsFile).TryGetProfile("sakila", out var profile));
        var credentials = profile.GetAWSCredentials(null);
        T At<T>(T config) where T : ClientConfig
        {
            config.ServiceURL = address.GetLeftPart(UriPartial.Authority);
            config.AuthenticationRegion = "us-east-1";
            return config;
        }
        return new(
            new AmazonS3Client(credentials, At(new AmazonS3Config { ForcePathStyle = true })), new AmazonAthenaClient(credentials, At(new AmazonAthenaConfig())),
            new AmazonGlueClient(credentials, At(new AmazonGlueConfig())), new AmazonKinesisFirehoseClient(credentials, At(new AmazonKinesisFirehoseConfig())));
    }
}
