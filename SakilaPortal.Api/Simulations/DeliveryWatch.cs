using System.Collections.Concurrent;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>What a delivery stream does with a simulation's events.</summary>
internal sealed class DeliveryWatch(IAmazonKinesisFirehose firehose, DeliveredObjects objects, TimeProvider clock)
{
    private static readonly TimeSpan HintsLast = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, DeliveryHints Hints)> known = [];

    public async Task<DeliveryProgress> LookAsync(Simulation simulation, CancellationToken cancellationToken)
    {
        try
        {
            var hints = await HintsAsync(simulation.DeliveryStream, cancellationToken);
            return Reckon(simulation, hints, await objects.FindAsync(simulation, hints, clock.GetUtcNow().UtcDateTime, cancellationToken));
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException)
        {
            return new(simulation.Buffered, 0, 0, 0, null, 0, 0, 0, [], $"The delivery stream does not answer: {away.Message}");
        }
    }

    private DeliveryProgress Reckon(Simulation simulation, DeliveryHints hints, Delivered delivered)
    {
        var size = simulation.Accepted == 0 ? 0 : (double)simulation.AcceptedBytes / simulation.Accepted;
        var bytes = Math.Max(0, (long)(simulation.Buffered * size) - delivered.WaitingBytes);
        return new(
            simulation.Buffered, bytes, hints.Bytes, hints.Seconds, SecondsToFlush(simulation, hints, delivered, bytes),
            delivered.Count, delivered.Bytes, delivered.Waiting, delivered.Latest);
    }

    // A buffer begins with the first record behind the last delivery, and ends by time or by size, whichever comes first.
    private double? SecondsToFlush(Simulation simulation, DeliveryHints hints, Delivered delivered, long bytes)
    {
        if (bytes == 0)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var last = delivered.Latest.Select(found => found.DeliveredAt).DefaultIfEmpty(simulation.StartedAt).Max();
        var opened = last > simulation.StartedAt ? last : simulation.StartedAt;
        var byTime = hints.Seconds - (now - opened).TotalSeconds;
        var rate = simulation.State != SimulationState.Running ? 0 : simulation.AcceptedBytes / Math.Max(1, (now - simulation.StartedAt).TotalSeconds);
        var bySize = rate <= 0 ? double.MaxValue : (hints.Bytes - bytes) / rate;
        return Math.Round(Math.Max(0, Math.Min(byTime, bySize)), 1);
    }

    private async Task<DeliveryHints> HintsAsync(string stream, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(stream, out var entry) && entry.Until > clock.GetUtcNow())
            return entry.Hints;
        var hints = DeliveryHints.Of((await firehose.DescribeDeliveryStreamAsync(new() { DeliveryStreamName = stream }, cancellationToken)).DeliveryStreamDescription);
        known[stream] = (clock.GetUtcNow() + HintsLast, hints);
        return hints;
    }
}
