using Amazon.Athena;

namespace SakilaPortal.Api.Reports;

/// <summary>What Athena charges for reading: https://aws.amazon.com/athena/pricing/.</summary>
internal static class ScanCost
{
    private const decimal DollarsPerTerabyte = 5;
    private const long Megabyte = 1 << 20;
    private const long LeastMegabytes = 10;

    /// <summary>US dollars: bytes rounded up to megabytes, at least ten; a failed query is free.</summary>
    public static decimal Of(long bytesScanned, QueryExecutionState state) => state == QueryExecutionState.FAILED ? 0 : Of(bytesScanned);

    public static decimal Of(long bytesScanned)
    {
        var megabytes = Math.Max(LeastMegabytes, (bytesScanned + Megabyte - 1) / Megabyte);
        return Math.Round(megabytes * DollarsPerTerabyte / Megabyte, 8);
    }
}
