using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>Ids of the form <c>&lt;32 hex digits&gt;-&lt;number&gt;</c>, which the lake remembers by one bit each, 32,768 a bucket.</summary>
internal static partial class EventSeries
{
    public const int BucketSize = 32_768;

    private sealed record Row(long Bucket, byte[] Bits);

    /// <summary>How these ids are told from others in Athena's SQL.</summary>
    public const string Pattern = "^[0-9a-f]{32}-[1-9][0-9]*$";

    public static (string Series, long Number)? Read(string id)
    {
        var match = SeriesId().Match(id);
        return match.Success ? (match.Groups[1].Value, long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>The bits of those that have landed, by bucket.</summary>
    public static async Task<Dictionary<long, byte[]>> LandedAsync(
        MySqlDataSource database, string series, IEnumerable<long>? buckets, CancellationToken cancellationToken)
    {
        var sql = $"SELECT bucket, bits FROM portal.event_series WHERE series = @series {(buckets is null ? "" : "AND bucket IN @buckets")}";
        return (await database.ListAsync<Row>(sql, new { series, buckets }, cancellationToken)).ToDictionary(row => row.Bucket, row => row.Bits);
    }

    public static async Task<bool> HasLandedAsync(MySqlDataSource database, string series, long number, CancellationToken cancellationToken) =>
        (await LandedAsync(database, series, [number / BucketSize], cancellationToken)).Values.Any(bits => Has(bits, number));

    public static bool Has(byte[]? bits, long number) => bits is not null && (bits[number % BucketSize / 8] & (1 << (int)(number % 8))) != 0;

    public static void Add(byte[] bits, long number) => bits[number % BucketSize / 8] |= (byte)(1 << (int)(number % 8));

    public static byte[] Empty() => new byte[BucketSize / 8];

    public static int Count(byte[] bits) => bits.Sum(part => BitOperations.PopCount(part));

    [GeneratedRegex(@"^([0-9a-f]{32})-([1-9]\d{0,14})$")]
    private static partial Regex SeriesId();
}
