using System.Text.Json;

namespace SakilaPortal.LocalAws.Firehose;

/// <summary>A delivery is due when either is reached.</summary>
internal sealed record BufferingHints
{
    public int SizeInMBs { get; init; } = 5;
    public int IntervalInSeconds { get; init; } = 300;
}

internal sealed record ProcessorParameter(string ParameterName, string ParameterValue);
internal sealed record Processor(string Type, List<ProcessorParameter>? Parameters);
internal sealed record ProcessingConfiguration(bool? Enabled, List<Processor>? Processors);

/// <summary>
/// A destination in S3, as configured, updated and described
/// (https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html).
/// </summary>
internal sealed record Destination
{
    public string? RoleARN { get; init; }
    public string? BucketARN { get; init; }
    public string? Prefix { get; init; }
    public string? ErrorOutputPrefix { get; init; }
    public BufferingHints? BufferingHints { get; init; }
    public string? CompressionFormat { get; init; }
    public JsonElement? EncryptionConfiguration { get; init; }
    public JsonElement? CloudWatchLoggingOptions { get; init; }
    public ProcessingConfiguration? ProcessingConfiguration { get; init; }
    public string? S3BackupMode { get; init; }
    public string? FileExtension { get; init; }
    public string? CustomTimeZone { get; init; }
    public JsonElement? DataFormatConversionConfiguration { get; init; }
    public JsonElement? DynamicPartitioningConfiguration { get; init; }

    /// <summary>This, but for what the update says.</summary>
    public Destination With(Destination update) => new()
    {
        RoleARN = update.RoleARN ?? RoleARN, BucketARN = update.BucketARN ?? BucketARN, Prefix = update.Prefix ?? Prefix,
        ErrorOutputPrefix = update.ErrorOutputPrefix ?? ErrorOutputPrefix, BufferingHints = update.BufferingHints ?? BufferingHints,
        CompressionFormat = update.CompressionFormat ?? CompressionFormat, EncryptionConfiguration = update.EncryptionConfiguration ?? EncryptionConfiguration,
        CloudWatchLoggingOptions = update.CloudWatchLoggingOptions ?? CloudWatchLoggingOptions,
        ProcessingConfiguration = update.ProcessingConfiguration ?? ProcessingConfiguration, S3BackupMode = update.S3BackupMode ?? S3BackupMode,
        FileExtension = update.FileExtension ?? FileExtension, CustomTimeZone = update.CustomTimeZone ?? CustomTimeZone,
        DataFormatConversionConfiguration = update.DataFormatConversionConfiguration ?? DataFormatConversionConfiguration,
        DynamicPartitioningConfiguration = update.DynamicPartitioningConfiguration ?? DynamicPartitioningConfiguration,
    };
}

/// <summary>All that is kept of a delivery stream besides its records.</summary>
internal sealed record StreamDescription(
    string Name, int Version, DateTimeOffset Created, DateTimeOffset? Updated, Destination Destination, bool IsExtended);
