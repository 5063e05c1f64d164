using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Firehose;

/// <summary>Firehose over its wire protocol (https://docs.aws.amazon.com/firehose/latest/APIReference/API_Operations.html).</summary>
internal sealed partial class FirehoseService : JsonService
{
    private const string DestinationId = "destinationId-000000000001";
    private const string DirectPut = "DirectPut";
    private const string Unavailable = "ServiceUnavailableException";
    private const int MostRecords = 500;
    private const int MostBytes = 4 << 20;
    private const int LongestRecord = 1000 << 10;
    private readonly DeliveryStreams streams;
    private readonly LocalAwsOptions options;

    public FirehoseService(DeliveryStreams streams, LocalAwsOptions options) : base("Firehose_20150804", "firehose")
    {
        (this.streams, this.options) = (streams, options);
        On<CreateDeliveryStreamRequest, CreateDeliveryStreamResponse>("CreateDeliveryStream", Create);
        On<StreamNameRequest, DescribeDeliveryStreamResponse>("DescribeDeliveryStream", Describe);
        On<ListDeliveryStreamsRequest, ListDeliveryStreamsResponse>("ListDeliveryStreams", List);
        On<UpdateDestinationRequest, Empty>("UpdateDestination", Update);
        On<StreamNameRequest, Empty>("DeleteDeliveryStream", DeleteAsync);
        On<PutRecordRequest, PutRecordResponse>("PutRecord", PutAsync);
        On<PutRecordBatchRequest, PutRecordBatchResponse>("PutRecordBatch", PutBatchAsync);
    }

    private CreateDeliveryStreamResponse Create(CreateDeliveryStreamRequest request)
    {
        if (!Name().IsMatch(request.DeliveryStreamName) || request.DeliveryStreamName is "." or "..")
            throw new AwsException("ValidationException", $"DeliveryStreamName '{request.DeliveryStreamName}' must be 1 to 64 letters, digits, dots, hyphens and underscores.");
        if (request.DeliveryStreamType is not (null or DirectPut))
            throw new AwsException("InvalidArgumentException", $"LocalAws does not serve the type {request.DeliveryStreamType}, only {DirectPut}.");
        var destination = request.ExtendedS3DestinationConfiguration ?? request.S3DestinationConfiguration
            ?? throw new AwsException("InvalidArgumentException", "Give an ExtendedS3DestinationConfiguration: LocalAws delivers to S3 only.");
        streams.Create(request.DeliveryStreamName, destination, request.ExtendedS3DestinationConfiguration is not null);
        return new CreateDeliveryStreamResponse(Arn(request.DeliveryStreamName));
    }

    private DescribeDeliveryStreamResponse Describe(StreamNameRequest request)
    {
        var stream = streams.Get(request.DeliveryStreamName).Description;
        var plain = stream.Destination with { ProcessingConfiguration = null, S3BackupMode = null, FileExtension = null, CustomTimeZone = null };
        var destination = new DestinationDescription(DestinationId, plain, stream.IsExtended ? stream.Destination : null);
        return new DescribeDeliveryStreamResponse(new DeliveryStreamDescription(
            stream.Name, Arn(stream.Name), "ACTIVE", DirectPut, stream.Version.ToString(), stream.Created, stream.Updated, [destination], false));
    }

    private ListDeliveryStreamsResponse List(ListDeliveryStreamsRequest request)
    {
        var names = streams.Names.Where(name => request.DeliveryStreamType is null or DirectPut
            && string.CompareOrdinal(name, request.ExclusiveStartDeliveryStreamName ?? "") > 0).ToList();
        var limit = Math.Clamp(request.Limit ?? 10, 1, 10_000);
        return new ListDeliveryStreamsResponse([.. names.Take(limit)], names.Count > limit);
    }

    private Empty Update(UpdateDestinationRequest request)
    {
        if (request.DestinationId != DestinationId) throw new AwsException("InvalidArgumentException", $"The stream's destination is {DestinationId}, not '{request.DestinationId}'.");
        var update = request.ExtendedS3DestinationUpdate ?? request.S3DestinationUpdate
            ?? throw new AwsException("InvalidArgumentException", "Give an ExtendedS3DestinationUpdate: LocalAws delivers to S3 only.");
        streams.Update(request.DeliveryStreamName, request.CurrentDeliveryStreamVersionId, update);
        return new Empty();
    }

    private async Task<Empty> DeleteAsync(StreamNameRequest request, CancellationToken cancellation)
    {
        await streams.DeleteAsync(request.DeliveryStreamName);
        return new Empty();
    }

    private async Task<PutRecordResponse> PutAsync(PutRecordRequest request, CancellationToken cancellation)
    {
        Check([request.Record]);
        try
        {
            await streams.Get(request.DeliveryStreamName).AcceptAsync([request.Record.Data]);
            return new PutRecordResponse(NewId(), false);
        }
        catch (IOException exception)
        {
            throw new AwsException(Unavailable, exception.Message, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<PutRecordBatchResponse> PutBatchAsync(PutRecordBatchRequest request, CancellationToken cancellation)
    {
        Check(request.Records);
        try
        {
            await streams.Get(request.DeliveryStreamName).AcceptAsync(request.Records.ConvertAll(record => record.Data));
            return new PutRecordBatchResponse(0, false, request.Records.ConvertAll(_ => new PutRecordBatchEntry(NewId())));
        }
        catch (IOException exception)
        {
            var failed = new PutRecordBatchEntry(null, Unavailable, exception.Message);
            return new PutRecordBatchResponse(request.Records.Count, false, request.Records.ConvertAll(_ => failed));
        }
    }

    /// <summary>The limits of https://docs.aws.amazon.com/firehose/latest/dev/limits.html.</summary>
    private static void Check(List<Record> records)
    {
        if (records.Count is 0 or > MostRecords) throw new AwsException("ValidationException", $"A request has 1 to {MostRecords} records, not {records.Count}.");
        if (records.FindIndex(record => record.Data.Length > LongestRecord) is >= 0 and var at)
            throw new AwsException("ValidationException", $"Record {at + 1} has {records[at].Data.Length} bytes, the limit is {LongestRecord}.");
        if (records.Sum(record => record.Data.Length) is > MostBytes and var total)
            throw new AwsException("InvalidArgumentException", $"The records have {total} bytes together, the limit is {MostBytes}: send fewer at once.");
    }

    private string Arn(string name) => $"arn:aws:firehose:{LocalAwsOptions.Region}:{options.Account}:deliverystream/{name}";
    private static string NewId() => Guid.CreateVersion7().ToString("N");

    [GeneratedRegex("^[a-zA-Z0-9_.-]{1,64}$")]
    private static partial Regex Name();
}
