using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SakilaPortal.Pipeline.Catalog.Events;

/// <summary>
/// An event id as it is remembered: a number of a series for <c>&lt;32 hex digits&gt;-&lt;number&gt;</c>, as simulations give them, so that
/// a million of them take 128 KB; a hash for any other.
/// </summary>
internal static partial class EventName
{
    public const int BucketSize = 32_768;

    public static (string Series, long Number)? InSeries(string id)
    {
        var match = SeriesId().Match(id);
        return match.Success ? (match.Groups[1].Value, long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)) : null;
    }

    public static Guid Hash(string id) => new(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));

    [GeneratedRegex(@"^([0-9a-f]{32})-([1-9]\d{0,14})$")]
    private static partial Regex SeriesId();
}
