using System.Text;
using System.Text.Json;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using SakilaPortal.Api.Partners.Delivery;
using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Api.Simulations;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Tests.Simulations;

public class SimulationRunTests
{
    [Fact]
    public async Task AFaultOfOursEndsTheSimulationWithCountersThatAddUp()
    {
        using var firehose = new BrittleFirehose(breaksAt: 3);
        var run = Run(firehose, records: 20_000);
        var ending = await run.RunAsync(CancellationToken.None);
        Assert.Equal(SimulationState.Failed, ending.State);
        Assert.Contains("The portal could not send records", ending.Reason);
        var counters = run.Outcomes.Live();
        Assert.Equal(firehose.Taken, counters.Accepted);
        Assert.Equal(counters.Attempted, counters.Accepted + counters.Rejected);
        Assert.Equal(counters, run.Outcomes.Durable().Counters);
    }

    [Fact]
    public async Task BatchesThatAreTurnedAwayOnPurposeHoldNoOthersUp()
    {
        using var firehose = new BrittleFirehose(breaksAt: 0);
        var run = Run(firehose, records: 1_000_000, new(Throttling: 1));
        var ending = run.RunAsync(CancellationToken.None);
        await Eventually.IsAsync(() => Task.FromResult(run.Outcomes.Live().Attempted > 20_000), "many batches waited at once");
        run.Stop();
        Assert.Equal(SimulationState.Stopped, (await ending).State);
        Assert.Equal(0, firehose.Taken);
    }

    [Fact]
    public void ARecordThatHasAFieldTwiceIsSpoilt()
    {
        var faults = new FaultInjection(new(Malformed: 1), new(), "abc", seed: 1);
        ReadOnlyMemory<byte> record = """{"event_id":"abc-1","state":"Ohio","extra":1,"extra":2}"""u8.ToArray();
        var spoilt = faults.ExtrasFor([(4, record), (7, record)]).Select(extra => Encoding.UTF8.GetString(extra.Record.Span)).ToArray();
        Assert.Equal("""{"event_id":"abc-malformed-4","state":"Atlantis","extra":1,"extra":2}""", spoilt[0]);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(spoilt[1]));
    }

    private static SimulationRun Run(IAmazonKinesisFirehose firehose, long records, Faults? faults = null)
    {
        var row = new SimulationRow(
            "abc", "running", null, "{}", "partner-events", 50_000, records, null, 1, 0, 0, 0, 0, 0, "[]", "ada", DateTime.UtcNow, null, null, false, 0, 0,
            new SimulationSettings(null, faults).Write(), 0, 0, 0, 0, 0, 0);
        return new(row, RecordTemplate.Parse("{}").Template!, null, new(firehose, TimeProvider.System), new(), TimeProvider.System);
    }

    /// <summary>Takes every record, but for one call that goes wrong as no call of Firehose does.</summary>
    private sealed class BrittleFirehose(int breaksAt) : AmazonKinesisFirehoseClient(new AnonymousAWSCredentials(), Amazon.RegionEndpoint.USEast1)
    {
        private int calls;
        private int taken;

        public int Taken => taken;

        public override async Task<PutRecordBatchResponse> PutRecordBatchAsync(PutRecordBatchRequest request, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (Interlocked.Increment(ref calls) == breaksAt)
                throw new InvalidOperationException("Something of ours is broken.");
            Interlocked.Add(ref taken, request.Records.Count);
            return new() { RequestResponses = request.Records.ConvertAll(_ => new PutRecordBatchResponseEntry { RecordId = "r" }) };
        }
    }
}
