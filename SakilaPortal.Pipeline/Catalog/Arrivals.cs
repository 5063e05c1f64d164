using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>Where S3, or whoever writes to the landing zone, tells of new objects.</summary>
internal static class Arrivals
{
    public static IEndpointRouteBuilder MapArrivals(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/lake/arrivals", TellAsync);
        return routes;
    }

    /// <summary>Takes any number of records, in any order, any number of times. Records of other buckets and of removals are passed over, and so is null.</summary>
    private static async Task<Results<Ok<ArrivalsTold>, ProblemHttpResult>> TellAsync(
        S3EventNotification notification, LandingRegister register, WorkflowSignal signal, IOptions<LakeOptions> lake, CancellationToken cancellationToken)
    {
        var told = (notification.Records ?? []).OfType<S3EventRecord>().Where(record => IsArrival(record, lake.Value.Landing)).ToList();
        if (told.FirstOrDefault(record => string.IsNullOrEmpty(record.S3!.Object!.ETag)) is { } unnamed)
            return TypedResults.Problem(
                $"The record of '{unnamed.S3!.Object!.Key}' has no eTag, so it cannot be told from other content under that key. Send it as S3 does, in s3.object.eTag.",
                statusCode: StatusCodes.Status422UnprocessableEntity);
        var added = await register.AddAsync(told.Select(Arrival), cancellationToken);
        if (added > 0)
            signal.Set();
        return TypedResults.Ok(new ArrivalsTold(notification.Records?.Count ?? 0, added));
    }

    private static bool IsArrival(S3EventRecord record, string landing) =>
        record.EventName?.StartsWith("ObjectCreated", StringComparison.Ordinal) == true
        && record.S3?.Bucket?.Name == landing && record.S3.Object?.Key is not null;

    private static Arrival Arrival(S3EventRecord record) => new(
        WebUtility.UrlDecode(record.S3!.Object!.Key!), LakeObjects.Bare(record.S3.Object.ETag!), record.S3.Object.Size ?? 0);
}

/// <summary>The parts that matter here of https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html.</summary>
internal sealed record S3EventNotification(IReadOnlyList<S3EventRecord?>? Records);

internal sealed record S3EventRecord(string? EventName, S3Entity? S3);

internal sealed record S3Entity(S3BucketEntity? Bucket, S3ObjectEntity? Object);

internal sealed record S3BucketEntity(string? Name);

/// <param name="Key">URL-encoded.</param>
internal sealed record S3ObjectEntity(string? Key, long? Size, string? ETag);

/// <param name="New">Those that were not on the register.</param>
internal sealed record ArrivalsTold(int Records, int New);
