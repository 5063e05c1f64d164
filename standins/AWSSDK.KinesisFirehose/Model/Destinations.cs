namespace Amazon.KinesisFirehose.Model;

public class BufferingHints
{
    public int? SizeInMBs { get; set; }
    public int? IntervalInSeconds { get; set; }
}

public class KMSEncryptionConfig
{
    public string AWSKMSKeyARN { get; set; }
}

public class EncryptionConfiguration
{
    public NoEncryptionConfig NoEncryptionConfig { get; set; }
    public KMSEncryptionConfig KMSEncryptionConfig { get; set; }
}

public class CloudWatchLoggingOptions
{
    public bool? Enabled { get; set; }
    public string LogGroupName { get; set; }
    public string LogStreamName { get; set; }
}

public class S3DestinationConfiguration
{
    public string RoleARN { get; set; }
    public string BucketARN { get; set; }
    public string Prefix { get; set; }
    public string ErrorOutputPrefix { get; set; }
    public BufferingHints BufferingHints { get; set; }
    public CompressionFormat CompressionFormat { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }
}

public class ProcessorParameter
{
    public ProcessorParameterName ParameterName { get; set; }
    public string ParameterValue { get; set; }
}

public class Processor
{
    public ProcessorType Type { get; set; }
    public List<ProcessorParameter> Parameters { get; set; }
}

public class ProcessingConfiguration
{
    public bool? Enabled { get; set; }
    public List<Processor> Processors { get; set; }
}

public class ExtendedS3DestinationConfiguration
{
    public string RoleARN { get; set; }
    public string BucketARN { get; set; }
    public string Prefix { get; set; }
    public string ErrorOutputPrefix { get; set; }
    public BufferingHints BufferingHints { get; set; }
    public CompressionFormat CompressionFormat { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }
    public ProcessingConfiguration ProcessingConfiguration { get; set; }
    public S3BackupMode S3BackupMode { get; set; }
    public S3DestinationConfiguration S3BackupConfiguration { get; set; }
    public string FileExtension { get; set; }
    public string CustomTimeZone { get; set; }
}

public class Tag
{
    public string Key { get; set; }
    public string Value { get; set; }
}

public class FailureDescription
{
    public DeliveryStreamFailureType Type { get; set; }
    public string Details { get; set; }
}

public class S3DestinationDescription
{
    public string RoleARN { get; set; }
    public string BucketARN { get; set; }
    public string Prefix { get; set; }
    public string ErrorOutputPrefix { get; set; }
    public BufferingHints BufferingHints { get; set; }
    public CompressionFormat CompressionFormat { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }
}

public class ExtendedS3DestinationDescription
{
    public string RoleARN { get; set; }
    public string BucketARN { get; set; }
    public string Prefix { get; set; }
    public string ErrorOutputPrefix { get; set; }
    public BufferingHints BufferingHints { get; set; }
    public CompressionFormat CompressionFormat { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }
    public ProcessingConfiguration ProcessingConfiguration { get; set; }
    public S3BackupMode S3BackupMode { get; set; }
    public S3DestinationDescription S3BackupDescription { get; set; }
    public string FileExtension { get; set; }
    public string CustomTimeZone { get; set; }
}

public class DestinationDescription
{
    public string DestinationId { get; set; }
    public S3DestinationDescription S3DestinationDescription { get; set; }
    public ExtendedS3DestinationDescription ExtendedS3DestinationDescription { get; set; }
}

public class S3DestinationUpdate
{
    public string RoleARN { get; set; }
    public string BucketARN { get; set; }
    public string Prefix { get; set; }
    public string ErrorOutputPrefix { get; set; }
    public BufferingHints BufferingHints { get; set; }
    public CompressionFormat CompressionFormat { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }
}

public class ExtendedS3DestinationUpdate
{
    public string RoleARN { get; set; }
    public string BucketARN { get; set; }
    public string Prefix { get; set; }
    public string ErrorOutputPrefix { get; set; }
    public BufferingHints BufferingHints { get; set; }
    public CompressionFormat CompressionFormat { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }
    public ProcessingConfiguration ProcessingConfiguration { get; set; }
    public S3BackupMode S3BackupMode { get; set; }
    public S3DestinationUpdate S3BackupUpdate { get; set; }
    public string FileExtension { get; set; }
    public string CustomTimeZone { get; set; }
}
