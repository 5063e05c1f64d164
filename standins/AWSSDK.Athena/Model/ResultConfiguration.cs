namespace Amazon.Athena.Model;

public class EncryptionConfiguration
{
    public EncryptionOption EncryptionOption { get; set; }
    public string KmsKey { get; set; }
}

public class AclConfiguration
{
    public S3AclOption S3AclOption { get; set; }
}

public class ResultConfiguration
{
    public string OutputLocation { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public string ExpectedBucketOwner { get; set; }
    public AclConfiguration AclConfiguration { get; set; }
}
