namespace SakilaPortal.Api.Lake.Parquet;

/// <summary>
/// How many bytes the columns of a Parquet file take, as its footer tells: https://github.com/apache/parquet-format#metadata, fields by
/// https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
/// </summary>
/// <param name="ColumnBytes">By lower-cased name of the column; those of nested columns count for the outermost one.</param>
/// <param name="OwnBytes">What reading the footer itself takes.</param>
internal sealed record ParquetFooter(IReadOnlyDictionary<string, long> ColumnBytes, long OwnBytes)
{
    /// <summary>The length of the metadata and the magic number, at the end of the file.</summary>
    public const int EndLength = 8;

    /// <returns>How long the metadata before the end is.</returns>
    /// <exception cref="InvalidDataException">It is not the end of a Parquet file, or its footer is encrypted.</exception>
    public static int MetadataLength(ReadOnlySpan<byte> end) =>
        end.Length == EndLength && end[4..].SequenceEqual("PAR1"u8) && BitConverter.ToInt32(end[..4]) is var length and >= 0
            ? length
            : throw new InvalidDataException("The file does not end as Parquet does.");

    /// <exception cref="InvalidDataException">It is no metadata.</exception>
    public static ParquetFooter Parse(ReadOnlySpan<byte> metadata)
    {
        var columns = new Dictionary<string, long>(StringComparer.Ordinal);
        var reader = new CompactReader(metadata);
        for (var id = 0; reader.NextField(ref id) is var type and not CompactType.Stop;)
            if ((id, type) == (4, CompactType.List))
                for (var groups = reader.List(out _); groups > 0; groups--)
                    ReadRowGroup(ref reader, columns);
            else
                reader.Skip(type);
        return new(columns, metadata.Length + EndLength);
    }

    private static void ReadRowGroup(ref CompactReader reader, Dictionary<string, long> columns)
    {
        for (var id = 0; reader.NextField(ref id) is var type and not CompactType.Stop;)
            if ((id, type) == (1, CompactType.List))
                for (var chunks = reader.List(out _); chunks > 0; chunks--)
                    ReadChunk(ref reader, columns);
            else
                reader.Skip(type);
    }

    private static void ReadChunk(ref CompactReader reader, Dictionary<string, long> columns)
    {
        for (var id = 0; reader.NextField(ref id) is var type and not CompactType.Stop;)
            if ((id, type) == (3, CompactType.Struct))
                ReadColumn(ref reader, columns);
            else
                reader.Skip(type);
    }

    private static void ReadColumn(ref CompactReader reader, Dictionary<string, long> columns)
    {
        var (column, bytes) = ("", 0L);
        for (var id = 0; reader.NextField(ref id) is var type and not CompactType.Stop;)
            switch (id, type)
            {
                case (3, CompactType.List):
                    for (var (steps, first) = (reader.List(out var element), true); steps > 0; steps--, first = false)
                        if (first)
                            column = reader.Text();
                        else
                            reader.Skip(element);
                    break;
                case (7, CompactType.Long):
                    bytes = reader.Integer();
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        // The same few names come in every file.
        column = string.Intern(column.ToLowerInvariant());
        columns[column] = columns.GetValueOrDefault(column) + bytes;
    }
}
