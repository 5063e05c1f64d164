using System.IO.Compression;
using System.Text;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Firehose;

/// <summary>Makes a segment an object of the destination's bucket.</summary>
internal sealed class Delivery(ObjectStore store)
{
    /// <returns>False when the bucket is missing: the records stay where they are, to be tried again.</returns>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public async Task<bool> DeliverAsync(StreamDescription stream, Segment segment)
    {
        if (store.FindBucket(stream.Destination.Bucket()) is not { } bucket) return false;
        var path = store.NewStagingPath();
        if (Write(path, segment, stream.Destination) > 0)
            await bucket.PutFileAsync(Key(stream, segment), path, new Dictionary<string, string> { ["content-type"] = "application/octet-stream" });
        else File.Delete(path);
        return true;
    }

    private static long Write(string path, Segment segment, Destination destination)
    {
        var delimiter = Encoding.UTF8.GetBytes(destination.Delimiter());
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        if (destination.CompressionFormat != "GZIP") return segment.WriteTo(file, delimiter);
        using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        return segment.WriteTo(gzip, delimiter);
    }

    /// <summary>The form of https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html.</summary>
    private static string Key(StreamDescription stream, Segment segment)
    {
        var arrival = segment.FirstArrival!.Value;
        var zone = PrefixExpression.Zone(stream.Destination.CustomTimeZone);
        var prefix = PrefixExpression.Evaluate(stream.Destination.Prefix ?? "", arrival, zone, null);
        var ending = stream.Destination.FileExtension ?? (stream.Destination.CompressionFormat == "GZIP" ? ".gz" : "");
        return $"{prefix}{stream.Name}-{stream.Version}-{arrival.UtcDateTime:yyyy-MM-dd-HH-mm-ss}-{segment.ObjectId}{ending}";
    }
}
