using Amazon.KinesisFirehose;
using Amazon.Runtime;
using SakilaPortal.Api.Partners.Events;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>How long an accepted event may be in the buffer before it is late: the stream's own interval, and a little for the way.</summary>
internal sealed class DeliveryWindow(IAmazonKinesisFirehose firehose)
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(60), OnTheWay = TimeSpan.FromSeconds(30);

    public async Task<TimeSpan> ReadAsync(CancellationToken cancellationToken) => OnTheWay + await IntervalAsync(cancellationToken);

    public async Task<TimeSpan> IntervalAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stream = await firehose.DescribeDeliveryStreamAsync(new() { DeliveryStreamName = PartnerEventRules.Stream }, cancellationToken);
            var hints = stream.DeliveryStreamDescription.Destinations.FirstOrDefault()?.ExtendedS3DestinationDescription?.BufferingHints;
            return hints?.IntervalInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualInterval;
        }
        catch (Exception away) when (away is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return UsualInterval;
        }
    }
}
