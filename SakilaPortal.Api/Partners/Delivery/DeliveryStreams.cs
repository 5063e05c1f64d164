using System.Net;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;

namespace SakilaPortal.Api.Partners.Delivery;

/// <summary>What became of one record: Firehose's id of it, or why it was not taken.</summary>
internal readonly record struct Delivered(string? RecordId, string? Error);

/// <summary>How long a failed record is put again, and who wants to know.</summary>
/// <param name="KeepTrying">Asked before each repetition, with the time since the first failure.</param>
/// <param name="Retried">Told how many records are put again.</param>
/// <param name="Disturbance">Faults on purpose, on the way to Firehose.</param>
internal sealed record Persistence(Func<TimeSpan, bool> KeepTrying, Action<int> Retried, Disturbance? Disturbance = null);

/// <summary>Faults on purpose.</summary>
/// <param name="Throttles">Whether the next call is turned away as a whole.</param>
/// <param name="Withholds">Whether the next record of a call is not taken.</param>
internal sealed record Disturbance(Func<bool> Throttles, Func<bool> Withholds);

/// <summary>
/// Puts records to Firehose, in batches as large as it takes them, and again those that it did not take. A record whose answer was lost
/// is put again too, so that it may arrive twice; its event_id tells.
/// </summary>
internal sealed class DeliveryStreams(IAmazonKinesisFirehose firehose, TimeProvider clock)
{
    // https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
    public const int LargestBatch = 500;
    private const int LargestBatchBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Whether the stream is there; null when Firehose does not answer.</summary>
    public async Task<bool?> ExistsAsync(string stream, CancellationToken cancellationToken)
    {
        try
        {
            await firehose.DescribeDeliveryStreamAsync(new() { DeliveryStreamName = stream }, cancellationToken);
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
        catch (Exception failure) when (IsFailure(failure, cancellationToken))
        {
            return null;
        }
    }

    /// <param name="records">Each smaller than Firehose's limit and without line end, which the stream appends.</param>
    /// <returns>What became of each, in their order.</returns>
    public async Task<Delivered[]> PutAsync(
        string stream, IReadOnlyList<ReadOnlyMemory<byte>> records, Persistence persistence, CancellationToken cancellationToken)
    {
        var results = new Delivered[records.Count];
        foreach (var batch in Batches(records))
            await PutBatchAsync(stream, records, batch, results, persistence, cancellationToken);
        return results;
    }

    private static IEnumerable<List<int>> Batches(IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        var batch = new List<int>();
        var bytes = 0;
        for (var i = 0; i < records.Count; i++)
        {
            if (batch.Count == LargestBatch || bytes + records[i].Length > LargestBatchBytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }
            batch.Add(i);
            bytes += records[i].Length;
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private async Task PutBatchAsync(
        string stream, IReadOnlyList<ReadOnlyMemory<byte>> records, List<int> pending, Delivered[] results, Persistence persistence,
        CancellationToken cancellationToken)
    {
        long? failingSince = null;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var allowed = Disturb(pending, results, persistence.Disturbance);
            var final = allowed.Count > 0 && await PutOnceAsync(stream, records, allowed, results, cancellationToken);
            pending = pending.FindAll(index => results[index].RecordId is null);
            failingSince ??= clock.GetTimestamp();
            if (pending.Count == 0 || final || !persistence.KeepTrying(clock.GetElapsedTime(failingSince.Value)))
                return;
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), clock, cancellationToken);
            persistence.Retried(pending.Count);
        }
    }

    // What Firehose would answer when it is too busy, for all of the records or for some.
    private static List<int> Disturb(List<int> pending, Delivered[] results, Disturbance? disturbance)
    {
        if (disturbance is null)
            return pending;
        var throttled = disturbance.Throttles();
        var allowed = new List<int>(pending.Count);
        foreach (var index in pending)
            if (throttled || disturbance.Withholds())
                results[index] = new(null, "ServiceUnavailableException: Slow down. (A fault of the simulation's own.)");
            else
                allowed.Add(index);
        return allowed;
    }

    // True when putting the failed ones again is of no use.
    private async Task<bool> PutOnceAsync(
        string stream, IReadOnlyList<ReadOnlyMemory<byte>> records, List<int> pending, Delivered[] results, CancellationToken cancellationToken)
    {
        try
        {
            var request = new PutRecordBatchRequest
            {
                DeliveryStreamName = stream,
                Records = pending.ConvertAll(index => new Record { Data = AsStream(records[index]) }),
            };
            var response = await firehose.PutRecordBatchAsync(request, cancellationToken);
            foreach (var (index, answer) in pending.Zip(response.RequestResponses))
                results[index] = answer.ErrorCode is null ? new(answer.RecordId, null) : new(null, $"{answer.ErrorCode}: {answer.ErrorMessage}");
            return false;
        }
        catch (Exception failure) when (IsFailure(failure, cancellationToken))
        {
            foreach (var index in pending)
                results[index] = new(null, Explain(stream, failure));
            return IsFinal(failure);
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> record) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(record, out var part)
            ? new(part.Array!, part.Offset, part.Count, writable: false, publiclyVisible: true)
            : new(record.ToArray());

    private static bool IsFailure(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private static bool IsFinal(Exception failure) =>
        failure is AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } refusal
        && refusal.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        && refusal is not (ServiceUnavailableException or LimitExceededException);

    private static string Explain(string stream, Exception failure) => failure switch
    {
        ResourceNotFoundException => $"There is no delivery stream {stream}; it is made when the platform's worker starts.",
        AmazonServiceException { ErrorCode.Length: > 0 } refusal => $"Firehose refused: {refusal.ErrorCode}: {refusal.Message}",
        _ => $"Firehose does not answer ({failure.Message}); try again in a moment.",
    };
}
