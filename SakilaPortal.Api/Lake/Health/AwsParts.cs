using Amazon.Athena;
using Amazon.Glue;
using Amazon.KinesisFirehose;
using Amazon.S3;
using Microsoft.Extensions.Options;
using SakilaPortal.Api.Reports;

namespace SakilaPortal.Api.Lake.Health;

/// <summary>Whether the services of the lake answer, and hold what the portal needs.</summary>
internal sealed class AwsParts(IAmazonS3 s3, IAmazonGlue glue, IAmazonAthena athena, IAmazonKinesisFirehose firehose, IOptions<LakeOptions> lake)
{
    private const string Restart = "Look whether LocalAws runs, or whether the account's credentials are valid; everything goes on by itself when it answers.";
    private const string Provision = "The pipeline makes it when it starts: look at Pipeline.";

    public IEnumerable<(string Name, string Remedy, Func<CancellationToken, Task<Finding>> Probe)> All =>
    [
        ("S3", Restart, BucketsAsync),
        ("Glue", Restart, DatabasesAsync),
        ("Athena", Restart, WorkGroupAsync),
        ("Stream partner-events", Restart, token => StreamAsync("partner-events", token)),
        ("Stream viewing-sessions", Restart, token => StreamAsync("viewing-sessions", token)),
    ];

    private async Task<Finding> BucketsAsync(CancellationToken cancellationToken)
    {
        var there = ((await s3.ListBucketsAsync(cancellationToken)).Buckets ?? []).Select(bucket => bucket.BucketName).ToHashSet();
        string[] missing = [.. lake.Value.Buckets.Where(bucket => !there.Contains(bucket))];
        return missing.Length == 0 ? Finding.Ok($"{lake.Value.Buckets.Count} buckets of the stage {lake.Value.Stage}") : Finding.Down($"missing: {string.Join(", ", missing)}", Provision);
    }

    private async Task<Finding> DatabasesAsync(CancellationToken cancellationToken)
    {
        var tables = 0;
        foreach (var zone in GlueTables.Zones)
            try
            {
                await glue.GetDatabaseAsync(new() { Name = zone }, cancellationToken);
                tables += (await glue.GetTablesAsync(new() { DatabaseName = zone }, cancellationToken)).TableList?.Count ?? 0;
            }
            catch (Amazon.Glue.Model.EntityNotFoundException)
            {
                return Finding.Down($"there is no database {zone}", Provision);
            }
        return Finding.Ok($"{GlueTables.Zones.Count} databases, {tables} tables");
    }

    private async Task<Finding> WorkGroupAsync(CancellationToken cancellationToken)
    {
        var group = (await athena.GetWorkGroupAsync(new() { WorkGroup = NamedQueries.WorkGroup }, cancellationToken)).WorkGroup;
        return group.State == WorkGroupState.DISABLED
            ? Finding.Down($"the workgroup {NamedQueries.WorkGroup} is disabled", "Enable it in Athena.")
            : Finding.Ok($"workgroup {NamedQueries.WorkGroup}");
    }

    private async Task<Finding> StreamAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var stream = (await firehose.DescribeDeliveryStreamAsync(new() { DeliveryStreamName = name }, cancellationToken)).DeliveryStreamDescription;
            var hints = stream.Destinations.FirstOrDefault()?.ExtendedS3DestinationDescription?.BufferingHints;
            return stream.DeliveryStreamStatus == DeliveryStreamStatus.ACTIVE
                ? Finding.Ok($"active, delivers every {hints?.IntervalInSeconds} s or at {hints?.SizeInMBs} MB")
                : Finding.Warning($"{stream.DeliveryStreamStatus}", "Wait until it is active; events are refused until then.");
        }
        catch (Amazon.KinesisFirehose.Model.ResourceNotFoundException)
        {
            return Finding.Down("it does not exist", Provision);
        }
    }
}

internal sealed record Finding(string State, string Detail, string? Remedy = null)
{
    public static Finding Ok(string detail) => new("ok", detail);

    public static Finding Warning(string detail, string remedy) => new("warning", detail, remedy);

    public static Finding Down(string detail, string remedy) => new("down", detail, remedy);
}
