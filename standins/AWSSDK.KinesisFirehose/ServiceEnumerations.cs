using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

public class CompressionFormat(string value) : ConstantClass(value)
{
    public static readonly CompressionFormat GZIP = new("GZIP");
    public static readonly CompressionFormat HADOOP_SNAPPY = new("HADOOP_SNAPPY");
    public static readonly CompressionFormat Snappy = new("Snappy");
    public static readonly CompressionFormat UNCOMPRESSED = new("UNCOMPRESSED");
    public static readonly CompressionFormat ZIP = new("ZIP");

    public static CompressionFormat FindValue(string value) => FindValue<CompressionFormat>(value);
    public static implicit operator CompressionFormat(string value) => FindValue(value);
}

public class DeliveryStreamFailureType(string value) : ConstantClass(value)
{
    public static readonly DeliveryStreamFailureType CREATE_ENI_FAILED = new("CREATE_ENI_FAILED");
    public static readonly DeliveryStreamFailureType CREATE_KMS_GRANT_FAILED = new("CREATE_KMS_GRANT_FAILED");
    public static readonly DeliveryStreamFailureType DELETE_ENI_FAILED = new("DELETE_ENI_FAILED");
    public static readonly DeliveryStreamFailureType DISABLED_KMS_KEY = new("DISABLED_KMS_KEY");
    public static readonly DeliveryStreamFailureType ENI_ACCESS_DENIED = new("ENI_ACCESS_DENIED");
    public static readonly DeliveryStreamFailureType INVALID_KMS_KEY = new("INVALID_KMS_KEY");
    public static readonly DeliveryStreamFailureType KMS_ACCESS_DENIED = new("KMS_ACCESS_DENIED");
    public static readonly DeliveryStreamFailureType KMS_KEY_NOT_FOUND = new("KMS_KEY_NOT_FOUND");
    public static readonly DeliveryStreamFailureType KMS_OPT_IN_REQUIRED = new("KMS_OPT_IN_REQUIRED");
    public static readonly DeliveryStreamFailureType RETIRE_KMS_GRANT_FAILED = new("RETIRE_KMS_GRANT_FAILED");
    public static readonly DeliveryStreamFailureType SECURITY_GROUP_ACCESS_DENIED = new("SECURITY_GROUP_ACCESS_DENIED");
    public static readonly DeliveryStreamFailureType SECURITY_GROUP_NOT_FOUND = new("SECURITY_GROUP_NOT_FOUND");
    public static readonly DeliveryStreamFailureType SUBNET_ACCESS_DENIED = new("SUBNET_ACCESS_DENIED");
    public static readonly DeliveryStreamFailureType SUBNET_NOT_FOUND = new("SUBNET_NOT_FOUND");
    public static readonly DeliveryStreamFailureType UNKNOWN_ERROR = new("UNKNOWN_ERROR");

    public static DeliveryStreamFailureType FindValue(string value) => FindValue<DeliveryStreamFailureType>(value);
    public static implicit operator DeliveryStreamFailureType(string value) => FindValue(value);
}

public class DeliveryStreamStatus(string value) : ConstantClass(value)
{
    public static readonly DeliveryStreamStatus ACTIVE = new("ACTIVE");
    public static readonly DeliveryStreamStatus CREATING = new("CREATING");
    public static readonly DeliveryStreamStatus CREATING_FAILED = new("CREATING_FAILED");
    public static readonly DeliveryStreamStatus DELETING = new("DELETING");
    public static readonly DeliveryStreamStatus DELETING_FAILED = new("DELETING_FAILED");

    public static DeliveryStreamStatus FindValue(string value) => FindValue<DeliveryStreamStatus>(value);
    public static implicit operator DeliveryStreamStatus(string value) => FindValue(value);
}

public class DeliveryStreamType(string value) : ConstantClass(value)
{
    public static readonly DeliveryStreamType DirectPut = new("DirectPut");
    public static readonly DeliveryStreamType KinesisStreamAsSource = new("KinesisStreamAsSource");

    public static DeliveryStreamType FindValue(string value) => FindValue<DeliveryStreamType>(value);
    public static implicit operator DeliveryStreamType(string value) => FindValue(value);
}

public class NoEncryptionConfig(string value) : ConstantClass(value)
{
    public static readonly NoEncryptionConfig NoEncryption = new("NoEncryption");

    public static NoEncryptionConfig FindValue(string value) => FindValue<NoEncryptionConfig>(value);
    public static implicit operator NoEncryptionConfig(string value) => FindValue(value);
}

public class ProcessorParameterName(string value) : ConstantClass(value)
{
    public static readonly ProcessorParameterName BufferIntervalInSeconds = new("BufferIntervalInSeconds");
    public static readonly ProcessorParameterName BufferSizeInMBs = new("BufferSizeInMBs");
    public static readonly ProcessorParameterName Delimiter = new("Delimiter");
    public static readonly ProcessorParameterName JsonParsingEngine = new("JsonParsingEngine");
    public static readonly ProcessorParameterName LambdaArn = new("LambdaArn");
    public static readonly ProcessorParameterName MetadataExtractionQuery = new("MetadataExtractionQuery");
    public static readonly ProcessorParameterName NumberOfRetries = new("NumberOfRetries");
    public static readonly ProcessorParameterName RoleArn = new("RoleArn");
    public static readonly ProcessorParameterName SubRecordType = new("SubRecordType");

    public static ProcessorParameterName FindValue(string value) => FindValue<ProcessorParameterName>(value);
    public static implicit operator ProcessorParameterName(string value) => FindValue(value);
}

public class ProcessorType(string value) : ConstantClass(value)
{
    public static readonly ProcessorType AppendDelimiterToRecord = new("AppendDelimiterToRecord");
    public static readonly ProcessorType Lambda = new("Lambda");
    public static readonly ProcessorType MetadataExtraction = new("MetadataExtraction");
    public static readonly ProcessorType RecordDeAggregation = new("RecordDeAggregation");

    public static ProcessorType FindValue(string value) => FindValue<ProcessorType>(value);
    public static implicit operator ProcessorType(string value) => FindValue(value);
}

public class S3BackupMode(string value) : ConstantClass(value)
{
    public static readonly S3BackupMode Disabled = new("Disabled");
    public static readonly S3BackupMode Enabled = new("Enabled");

    public static S3BackupMode FindValue(string value) => FindValue<S3BackupMode>(value);
    public static implicit operator S3BackupMode(string value) => FindValue(value);
}
