using System.Globalization;
using System.Text.RegularExpressions;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>
/// Where in the landing zone an object belongs: <c>dms/sakila/payment/</c> for a table's files, <c>vendor/books/</c> for a vendor's, and for
/// what a delivery stream brings the part of the key before the delivery time (<c>streaming/2026/07/partner-events-1-</c>), so that the keys
/// of one feed are in the order of delivery.
/// </summary>
internal static partial class Feed
{
    public const string Tables = "dms/sakila/";
    public const string Streaming = "streaming/";
    public const string Viewing = "viewing/";
    public const string Vendor = "vendor/";
    private const string DeliveryTime = "yyyy-MM-dd-HH-mm-ss";
    // What the register's columns hold.
    private const int LongestKey = 700, LongestFeed = 80;

    /// <summary>The feed of a key, or null when nothing reads such objects.</summary>
    public static string? Of(string key)
    {
        if (key.Length > LongestKey)
            return null;
        var match = File().Match(key);
        var feed = (match.Success ? match : DeliveredObject().Match(key)).Groups["feed"].Value;
        return feed.Length is 0 or > LongestFeed ? null : feed;
    }

    public static string OfTable(string table) => $"{Tables}{table}/";

    public static string TableOf(string feed) => feed[Tables.Length..^1];

    /// <summary>The source's name in the feed of a vendor's files.</summary>
    public static string VendorOf(string feed) => feed[Vendor.Length..^1];

    /// <summary>The key after which objects delivered since <paramref name="overlap"/> before <paramref name="lastKey"/> lie; null when the key tells no time.</summary>
    public static string? StartAfter(string lastKey, TimeSpan overlap)
    {
        var match = DeliveredObject().Match(lastKey);
        return match.Success && DateTime.TryParseExact(
                match.Groups["at"].Value, DeliveryTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? match.Groups["feed"].Value + (at - overlap).ToString(DeliveryTime, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Year and month of an event object, as its folders say them.</summary>
    public static (string Year, string Month) Partition(string key)
    {
        var folders = key.Split('/');
        return (folders[1], folders[2]);
    }

    [GeneratedRegex(@"^(?<feed>dms/sakila/[^/]+/)[^/]+\.csv$|^(?<feed>vendor/[^/]+/).+\.(csv|json)$")]
    private static partial Regex File();

    [GeneratedRegex(@"^(?<feed>(?:streaming|viewing)/\d{4}/\d{2}/(?:[^/]*?(?=\d{4}(?:-\d\d){5}))?)(?<at>\d{4}(?:-\d\d){5})?[^/]*$")]
    private static partial Regex DeliveredObject();
}
