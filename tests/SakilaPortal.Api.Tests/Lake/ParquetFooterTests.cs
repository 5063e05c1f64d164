using DuckDB.NET.Data;
using SakilaPortal.Api.Lake.Parquet;

namespace SakilaPortal.Api.Tests.Lake;

/// <summary>Footers of files that DuckDB writes, compared with what DuckDB reads in them.</summary>
public sealed class ParquetFooterTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.parquet");
    private readonly DuckDBConnection database = new("DataSource=:memory:");

    public ParquetFooterTests() => database.Open();

    [Theory]
    [InlineData("SELECT range AS n, repeat('film', 5) AS Title FROM range(20000)", "ROW_GROUP_SIZE 4096, COMPRESSION zstd")]
    [InlineData("SELECT range AS n, [{'id': range, 'label': 'l' || range}, NULL] AS nationalities, MAP {'k': range} AS entries, {'a': {'b': 1.5}} AS deep FROM range(9000)", "ROW_GROUP_SIZE 2048")]
    [InlineData("SELECT true AS yes, NULL::INTEGER AS nothing, DATE '2026-01-01' AS day, 1.25::DECIMAL(5,2) AS amount, '\\x01'::BLOB AS bytes, uuid() AS id FROM range(3)", "COMPRESSION snappy")]
    [InlineData("SELECT * FROM (SELECT 1 AS one) WHERE false", "COMPRESSION gzip")]
    [InlineData("SELECT range AS n, range % 7 AS kind FROM range(300000)", "ROW_GROUP_SIZE 20000, KV_METADATA {author: 'somebody'}")]
    public void EachColumnTakesWhatAllItsChunksTake(string select, string options)
    {
        Execute($"COPY ({select}) TO '{path}' (FORMAT parquet, {options})");
        var file = File.ReadAllBytes(path);
        var length = ParquetFooter.MetadataLength(file.AsSpan()[^ParquetFooter.EndLength..]);
        var footer = ParquetFooter.Parse(file.AsSpan()[^(length + ParquetFooter.EndLength)..^ParquetFooter.EndLength]);

        Assert.Equal(Expected(), footer.ColumnBytes.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => (column.Key, column.Value)));
        Assert.Equal(length + ParquetFooter.EndLength, footer.OwnBytes);
        Assert.True(footer.ColumnBytes.Values.Sum() + footer.OwnBytes <= file.Length);
    }

    [Fact]
    public void WhatIsNoFooterIsToldApart()
    {
        Execute($"COPY (SELECT range AS n FROM range(100)) TO '{path}' (FORMAT parquet)");
        var metadata = File.ReadAllBytes(path).AsSpan()[..^ParquetFooter.EndLength].ToArray();
        Assert.Throws<InvalidDataException>(() => ParquetFooter.MetadataLength("too long for an end"u8));
        Assert.Throws<InvalidDataException>(() => ParquetFooter.MetadataLength("\0\0\0\u0001PARE"u8));
        Assert.Throws<InvalidDataException>(() => ParquetFooter.Parse([]));
        var start = metadata.Length - ParquetFooter.MetadataLength(File.ReadAllBytes(path).AsSpan()[^ParquetFooter.EndLength..]);
        for (var cut = start; cut < metadata.Length - 1; cut++)
            Assert.Throws<InvalidDataException>(() => ParquetFooter.Parse(metadata.AsSpan(start, cut - start)));
        Assert.Throws<InvalidDataException>(() => ParquetFooter.Parse(Enumerable.Repeat((byte)0x1c, 10_000).ToArray()));
    }

    public void Dispose()
    {
        database.Dispose();
        File.Delete(path);
    }

    private void Execute(string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<(string, long)> Expected()
    {
        using var command = database.CreateCommand();
        command.CommandText = $"""
            SELECT lower(split_part(path_in_schema, ', ', 1)), CAST(sum(total_compressed_size) AS BIGINT) FROM parquet_metadata('{path}')
            WHERE path_in_schema IS NOT NULL GROUP BY 1 ORDER BY 1
            """;
        using var reader = command.ExecuteReader();
        var columns = new List<(string, long)>();
        while (reader.Read())
            columns.Add((reader.GetString(0), reader.GetInt64(1)));
        return columns;
    }
}
