using Amazon.Glue.Model;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>A table of immutable Parquet files: where it is catalogued, where its files lie, and its columns in Athena's types.</summary>
/// <param name="Folder">Below the bucket, without slash at the end, as <c>filmdb/film_category</c>.</param>
internal sealed record LakeTable(string Database, string Name, string Bucket, string Folder, IReadOnlyList<Column> Columns)
{
    public override string ToString() => $"{Database}.{Name}";

    public string NewFileKey() => $"{Folder}/data/{Guid.CreateVersion7():N}.parquet";

    /// <summary>Where a query may write new files, by itself.</summary>
    public string NewFilesFolder() => $"{Folder}/data/{Guid.CreateVersion7():N}/";
}

internal static class Databases
{
    public const string Landing = "landingzonedb";
    public const string Clean = "cleanzonedb";
    public const string Curated = "curatedzonedb";
    /// <summary>What a transform is about to read: not for analysts.</summary>
    public const string Work = "workzonedb";
}

/// <summary>A Parquet file that a version of a table names.</summary>
/// <param name="RowCount">Null where the query that wrote it did not tell.</param>
/// <param name="FirstKey">Bounds of its rows where the table is kept in key order.</param>
/// <param name="KeySum">The sum of its first keys, as digits, where the table is kept in the order of whole numbers.</param>
/// <param name="FileId">0 when it is not published yet.</param>
internal sealed record LakeFile(string ObjectKey, long? RowCount, long ByteCount, long? FirstKey = null, long? LastKey = null, long FileId = 0,
    string? KeySum = null)
{
    /// <summary>What is selected of <c>portal.table_file</c> to make one.</summary>
    public const string Selected = """
        object_key AS ObjectKey, row_count AS RowCount, byte_count AS ByteCount, first_key AS FirstKey, last_key AS LastKey, file_id AS FileId,
        CAST(key_sum AS CHAR) AS KeySum
        """;
}
