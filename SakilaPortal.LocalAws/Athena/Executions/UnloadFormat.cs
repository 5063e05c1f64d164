using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Results;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>What UNLOAD's properties ask for, as options of DuckDB's COPY.</summary>
internal sealed record UnloadFormat(string Options, bool IsPartitioned)
{
    private static readonly string[] Known = ["format", "compression", "compression_level", "field_delimiter", "partitioned_by"];

    /// <exception cref="SqlException">A property is unknown or has a value that is not supported.</exception>
    public static UnloadFormat Of(UnloadStatement unload, IReadOnlyList<OutputColumn> columns)
    {
        if (unload.Properties.Keys.FirstOrDefault(name => !Known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw SqlException.NotSupported(unload.At, $"UNLOAD has no property '{unknown}'; it has {string.Join(", ", Known)}");
        var format = Text(unload, "format") ?? throw SqlException.NotSupported(unload.At, "UNLOAD needs the property 'format'");
        var options = format.ToUpperInvariant() switch
        {
            "PARQUET" => $"FORMAT parquet, COMPRESSION {Compression(unload, "GZIP", "GZIP", "SNAPPY", "ZSTD", "LZ4", "BROTLI", "NONE")}",
            "JSON" => $"FORMAT json, COMPRESSION {Compression(unload, "GZIP", "GZIP", "ZSTD", "NONE")}",
            "TEXTFILE" => $"FORMAT csv, HEADER false, QUOTE '', NULLSTR '\\N', DELIMITER {Duck.Text(Text(unload, "field_delimiter") ?? "\u0001")}, COMPRESSION {Compression(unload, "GZIP", "GZIP", "ZSTD", "NONE")}",
            _ => throw SqlException.NotSupported(unload.At, $"UNLOAD to {format} is not supported; PARQUET, JSON and TEXTFILE are"),
        };
        var partitions = Partitions(unload, columns);
        return partitions.Length == 0 ? new(options, false) : new($"{options}, PARTITION_BY ({partitions})", true);
    }

    private static string Compression(UnloadStatement unload, string otherwise, params string[] known)
    {
        var asked = (Text(unload, "compression") ?? otherwise).ToUpperInvariant();
        return !known.Contains(asked)
            ? throw SqlException.NotSupported(unload.At, $"Compression {asked} is not supported here; {string.Join(", ", known)} are")
            : asked == "NONE" ? "uncompressed" : asked == "LZ4" ? "lz4_raw" : asked.ToLowerInvariant();
    }

    private static string Partitions(UnloadStatement unload, IReadOnlyList<OutputColumn> columns)
    {
        if (!unload.Properties.TryGetValue("partitioned_by", out var value)) return "";
        if (value is not ArrayConstructor { Elements: var elements } || elements.Any(element => element is not StringLiteral))
            throw SqlException.TypeMismatch(unload.At, "partitioned_by must be an array of column names");
        var asked = elements.Cast<StringLiteral>().Select(element => element.Value).ToList();
        var last = columns.Select((column, i) => ResultColumns.Name(column, i)).TakeLast(asked.Count);
        if (asked.Count >= columns.Count || !asked.SequenceEqual(last, StringComparer.OrdinalIgnoreCase))
            throw new QueryFailure("HIVE_COLUMN_ORDER_MISMATCH", "Partition keys must be the last columns in the table and in the same order as the table properties: " + string.Join(", ", asked));
        return string.Join(", ", asked.Select(Duck.Name));
    }

    private static string? Text(UnloadStatement unload, string name) => unload.Properties.TryGetValue(name, out var value)
        ? (value as StringLiteral)?.Value ?? throw SqlException.TypeMismatch(unload.At, $"The property '{name}' must be a text")
        : null;
}
