using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.KinesisFirehose.Model;

namespace SakilaPortal.Api.Simulations;

/// <summary>What a delivery stream tells of itself, and so how its keys go: https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html.</summary>
/// <param name="Version">Stands in the keys and goes up with every change of the stream, such as of its hints.</param>
internal sealed partial record DeliveryHints(string Bucket, string Prefix, string Stream, int Version, long Bytes, int Seconds)
{
    private const string KeyTime = "yyyy-MM-dd-HH-mm-ss";
    private const int Megabyte = 1024 * 1024;

    // Where a prefix has no time, Firehose adds this one.
    private const string UsualTime = "!{timestamp:yyyy/MM/dd/HH/}";

    /// <summary>What all keys begin with.</summary>
    public string Root => Prefix[..Prefix.IndexOf("!{", StringComparison.Ordinal)];

    public static DeliveryHints Of(DeliveryStreamDescription stream)
    {
        var destination = stream.Destinations[0].ExtendedS3DestinationDescription;
        var prefix = destination.Prefix ?? "";
        return new(
            destination.BucketARN.Split(":::")[1], Timestamp().IsMatch(prefix) ? prefix : prefix + UsualTime, stream.DeliveryStreamName,
            int.Parse(stream.VersionId, CultureInfo.InvariantCulture), (destination.BufferingHints?.SizeInMBs ?? 5) * (long)Megabyte,
            destination.BufferingHints?.IntervalInSeconds ?? 300);
    }

    /// <summary>What the name of each object of a version begins with.</summary>
    public string NameOf(int version) => $"{Stream}-{version}-";

    /// <summary>Before the key of an object of this version and time; the keys of one version are in the order of time.</summary>
    public string KeyAt(int version, DateTime time) =>
        Timestamp().Replace(Prefix, found => time.ToString(found.Groups[1].Value, CultureInfo.InvariantCulture)) + NameOf(version) + Write(time);

    /// <summary>A time as it stands in a key.</summary>
    public static string Write(DateTime time) => time.ToString(KeyTime, CultureInfo.InvariantCulture);

    /// <summary>The time that stands in a key, if one does.</summary>
    public static DateTime? TimeOf(string key) =>
        KeyTimePattern().Match(key) is { Success: true } found
        && DateTime.TryParseExact(found.Value, KeyTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"!\{timestamp:([^}]+)\}")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"\d{4}(-\d\d){5}", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex KeyTimePattern();
}
