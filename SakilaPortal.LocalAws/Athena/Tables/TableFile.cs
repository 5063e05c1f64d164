using SakilaPortal.LocalAws.Glue;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>A part of a table that is read in one way: the whole table, or one partition with its keys' values.</summary>
internal sealed record TablePart(StorageDescriptor Storage, IReadOnlyList<string> Values, IReadOnlyList<StoredObject> Files)
{
    public string SerDe => Storage.SerdeInfo?.SerializationLibrary ?? "";

    public string? Property(string name) => Storage.SerdeInfo?.Parameters?.GetValueOrDefault(name) ?? Storage.Parameters?.GetValueOrDefault(name);
}

/// <summary>The catalogue's record of a table, as a query found it.</summary>
internal sealed record TableSource(Table Table, IReadOnlyList<Partition> Partitions);
