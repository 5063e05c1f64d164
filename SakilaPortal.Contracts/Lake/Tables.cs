namespace SakilaPortal.Contracts.Lake;

/// <param name="UpdatedAt">When its newest version was published, or its newest object found (UTC).</param>
/// <param name="Files">Files of the newest version, or landed objects.</param>
public sealed record LakeTable(
    string Database, string Name, string? Location, long? Rows, DateTime? UpdatedAt,
    long? Files = null, long? Bytes = null, long? Version = null, Freshness? Freshness = null);

/// <summary>How far a table is behind what it is made of, and why.</summary>
/// <param name="State">current, waiting or failed.</param>
/// <param name="Cause">As "waits for crawl, running 3 s"; null when the table is current.</param>
/// <param name="Since">From when what is missing has been waiting (UTC).</param>
public sealed record Freshness(string State, string? Cause = null, DateTime? Since = null);

public sealed record LakeTableDetail(
    string Database, string Name, string? Location, IReadOnlyList<LakeColumn> Columns, IReadOnlyList<LakeColumn> PartitionKeys,
    string? Format = null, long? Rows = null, long? Bytes = null, long? FileCount = null, DateTime? UpdatedAt = null, long? Version = null,
    Freshness? Freshness = null, IReadOnlyList<LakePartition>? Partitions = null, IReadOnlyList<LakeFile>? Files = null,
    IReadOnlyList<LakeVersion>? Versions = null, Lineage? Lineage = null);

public sealed record LakeColumn(string Name, string Type, string? Comment = null);

public sealed record LakePartition(IReadOnlyList<string> Values, string? Location);

/// <param name="AddedVersion">The version that brought it.</param>
/// <param name="FirstKey">Where the table is kept in key order, the first key of its rows.</param>
public sealed record LakeFile(string Key, long? Rows, long Bytes, long? AddedVersion, DateTime? AddedAt, long? FirstKey = null, long? LastKey = null);

/// <param name="Inputs">The versions of the tables it was made from.</param>
public sealed record LakeVersion(
    long Version, DateTime PublishedAt, long Rows, long Bytes, long Files, long? RunId, IReadOnlyDictionary<string, long> Inputs);

/// <summary>What a table is made of, and what is made of it, as far as it goes in both directions.</summary>
public sealed record Lineage(IReadOnlyList<LineageNode> Nodes, IReadOnlyList<LineageEdge> Edges);

/// <param name="Kind">source, landing, clean, curated or report.</param>
/// <param name="Level">Steps downstream of the table; negative upstream.</param>
/// <param name="Link">The page about it in the portal.</param>
public sealed record LineageNode(string Id, string Kind, string Label, int Level, string? Link = null);

public sealed record LineageEdge(string From, string To);

/// <summary>A few rows as they are, NULL as null.</summary>
public sealed record LakeSample(IReadOnlyList<LakeColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);
