using System.Text.Json;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Firehose;

/// <summary>What a destination must be, and what it is where nothing is said.</summary>
internal static class DestinationRules
{
    private const string BucketArn = "arn:aws:s3:::";

    /// <exception cref="AwsException">Something of it is wrong or not served here; the message says what.</exception>
    public static Destination Check(Destination given)
    {
        var destination = given with
        {
            BufferingHints = given.BufferingHints ?? new BufferingHints(), CompressionFormat = given.CompressionFormat ?? "UNCOMPRESSED",
            S3BackupMode = given.S3BackupMode ?? "Disabled",
        };
        if (destination.BucketARN?.StartsWith(BucketArn, StringComparison.Ordinal) != true) throw Invalid($"BucketARN must be {BucketArn}name, not '{destination.BucketARN}'.");
        if (destination.BufferingHints.SizeInMBs is < 1 or > 128) throw Invalid("BufferingHints.SizeInMBs must be from 1 to 128.");
        if (destination.BufferingHints.IntervalInSeconds is < 0 or > 900) throw Invalid("BufferingHints.IntervalInSeconds must be from 0 to 900.");
        if (destination.CompressionFormat is not ("UNCOMPRESSED" or "GZIP")) throw NotServed($"CompressionFormat {destination.CompressionFormat}");
        if (destination.S3BackupMode != "Disabled") throw NotServed("S3BackupMode Enabled");
        if (IsEnabled(destination.DataFormatConversionConfiguration)) throw NotServed("data format conversion");
        if (IsEnabled(destination.DynamicPartitioningConfiguration)) throw NotServed("dynamic partitioning");
        if (Processors(destination).FirstOrDefault(processor => processor.Type != "AppendDelimiterToRecord") is { } other) throw NotServed($"the processor {other.Type}");
        CheckPrefixes(destination);
        return destination;
    }

    public static string Bucket(this Destination destination) => destination.BucketARN![BucketArn.Length..];

    /// <summary>What is put behind each record; nothing, unless AppendDelimiterToRecord is configured.</summary>
    public static string Delimiter(this Destination destination)
    {
        var processor = Processors(destination).FirstOrDefault();
        var value = processor?.Parameters?.Find(parameter => parameter.ParameterName == "Delimiter")?.ParameterValue;
        return processor is null ? "" : value is null or "\\n" ? "\n" : value;
    }

    private static List<Processor> Processors(Destination destination) =>
        destination.ProcessingConfiguration is { Enabled: true, Processors: { } processors } ? processors : [];

    /// <summary>The rules of https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html.</summary>
    private static void CheckPrefixes(Destination destination)
    {
        var zone = PrefixExpression.Zone(destination.CustomTimeZone);
        PrefixExpression.Evaluate(destination.Prefix ?? "", DateTimeOffset.UnixEpoch, zone, null);
        PrefixExpression.Evaluate(destination.ErrorOutputPrefix ?? "", DateTimeOffset.UnixEpoch, zone, "processing-failed");
        if (destination.Prefix?.Contains("!{", StringComparison.Ordinal) == true
            && destination.ErrorOutputPrefix?.Contains("!{firehose:error-output-type}", StringComparison.Ordinal) != true)
            throw Invalid("ErrorOutputPrefix must be given with !{firehose:error-output-type} when Prefix has expressions.");
    }

    private static bool IsEnabled(JsonElement? part) => part is { ValueKind: JsonValueKind.Object } value
        && (!value.TryGetProperty("Enabled", out var enabled) || enabled.ValueKind == JsonValueKind.True);

    private static AwsException NotServed(string what) => Invalid($"LocalAws does not serve {what}.");
    private static AwsException Invalid(string what) => new("InvalidArgumentException", what);
}
