using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Glue;

internal sealed partial class GlueService
{
    private const int PartitionPageLimit = 1000;

    private void RegisterPartitions()
    {
        On<CreatePartitionRequest, Empty>("CreatePartition", CreatePartition);
        On<BatchCreatePartitionRequest, PartitionErrors>("BatchCreatePartition", BatchCreatePartition);
        On<PartitionRequest, GetPartitionResponse>("GetPartition", request => new GetPartitionResponse(
            Find(request.DatabaseName, request.TableName, request.PartitionValues) ?? throw Missing()));
        On<BatchGetPartitionRequest, BatchGetPartitionResponse>("BatchGetPartition", request => new BatchGetPartitionResponse(
            [.. request.PartitionsToGet.Select(key => Find(request.DatabaseName, request.TableName, key.Values)).OfType<Partition>()], []));
        On<GetPartitionsRequest, GetPartitionsResponse>("GetPartitions", GetPartitions);
        On<UpdatePartitionRequest, Empty>("UpdatePartition", UpdatePartition);
        On<BatchUpdatePartitionRequest, BatchUpdateFailures>("BatchUpdatePartition", BatchUpdatePartition);
        On<PartitionRequest, Empty>("DeletePartition", DeletePartition);
        On<BatchDeletePartitionRequest, PartitionErrors>("BatchDeletePartition", BatchDeletePartition);
    }

    private Partition? Find(string database, string table, List<string> values) =>
        catalog.Partitions(database, table).FirstOrDefault(partition => partition.Values.SequenceEqual(values));

    private Empty CreatePartition(CreatePartitionRequest request) => catalog.ChangePartitions(request.DatabaseName, request.TableName, (table, partitions) =>
        ThrowIfAny(Create(table, partitions, request.PartitionInput)));

    private PartitionErrors BatchCreatePartition(BatchCreatePartitionRequest request) =>
        catalog.ChangePartitions(request.DatabaseName, request.TableName, (table, partitions) => new PartitionErrors(
            [.. from input in request.PartitionInputList
                let error = Create(table, partitions, input)
                where error is not null
                select new PartitionError(input.Values, error)]));

    private Empty UpdatePartition(UpdatePartitionRequest request) => catalog.ChangePartitions(request.DatabaseName, request.TableName, (table, partitions) =>
        ThrowIfAny(Update(table, partitions, request.PartitionValueList, request.PartitionInput)));

    private BatchUpdateFailures BatchUpdatePartition(BatchUpdatePartitionRequest request) =>
        catalog.ChangePartitions(request.DatabaseName, request.TableName, (table, partitions) => new BatchUpdateFailures(
            [.. from entry in request.Entries
                let error = Update(table, partitions, entry.PartitionValueList, entry.PartitionInput)
                where error is not null
                select new BatchUpdateFailure(entry.PartitionValueList, error)]));

    private Empty DeletePartition(PartitionRequest request) => catalog.ChangePartitions(request.DatabaseName, request.TableName, (_, partitions) =>
        partitions.Remove(CatalogTable.Key(request.PartitionValues)) ? new Empty() : throw Missing());

    private PartitionErrors BatchDeletePartition(BatchDeletePartitionRequest request) =>
        catalog.ChangePartitions(request.DatabaseName, request.TableName, (_, partitions) => new PartitionErrors(
            [.. from key in request.PartitionsToDelete
                where !partitions.Remove(CatalogTable.Key(key.Values))
                select new PartitionError(key.Values, MissingDetail)]));

    private GetPartitionsResponse GetPartitions(GetPartitionsRequest request)
    {
        var partitions = catalog.Partitions(request.DatabaseName, request.TableName);
        var table = catalog.FindTable(request.DatabaseName, request.TableName)!;
        var filter = PartitionExpression.Parse(request.Expression, table.PartitionKeys ?? []);
        var (items, token) = Page.Take(partitions.Where(partition => filter(partition.Values)), partition => CatalogTable.Key(partition.Values),
            request.NextToken, request.MaxResults, PartitionPageLimit);
        if (request.ExcludeColumnSchema == true)
            items = items.ConvertAll(item => item with { StorageDescriptor = item.StorageDescriptor is null ? null : item.StorageDescriptor with { Columns = null } });
        return new GetPartitionsResponse(items, token);
    }

    private ErrorDetail? Create(Table table, SortedDictionary<string, Partition> partitions, PartitionInput input) =>
        Check(table, input) ?? (partitions.TryAdd(CatalogTable.Key(input.Values), catalog.Make(input, table)) ? null
            : new ErrorDetail("AlreadyExistsException", "Partition already exists."));

    private ErrorDetail? Update(Table table, SortedDictionary<string, Partition> partitions, List<string> values, PartitionInput input)
    {
        if (Check(table, input) is { } error) return error;
        if (!partitions.Remove(CatalogTable.Key(values), out var present)) return MissingDetail;
        partitions[CatalogTable.Key(input.Values)] = catalog.Make(input, table, present.CreationTime);
        return null;
    }

    private static ErrorDetail? Check(Table table, PartitionInput input) => input.Values.Count == (table.PartitionKeys?.Count ?? 0) ? null
        : new ErrorDetail("InvalidInputException", $"Table {table.Name} has {table.PartitionKeys?.Count ?? 0} partition keys, but {input.Values.Count} values were given.");

    private static ErrorDetail MissingDetail { get; } = new("EntityNotFoundException", "Partition not found.");
    private static AwsException Missing() => new(MissingDetail.ErrorCode, MissingDetail.ErrorMessage);
    private static Empty ThrowIfAny(ErrorDetail? error) => error is null ? new Empty() : throw new AwsException(error.ErrorCode, error.ErrorMessage);
}
