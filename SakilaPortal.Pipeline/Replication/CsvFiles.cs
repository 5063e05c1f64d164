using System.Text;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>
/// Rows as CSV files of a limited size: header row, RFC 4180 quoting, <c>\N</c> without quotes for NULL.
/// https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html
/// </summary>
internal sealed class CsvFiles(ScratchFolder scratch, IReadOnlyList<string> header, long fileBytes) : IDisposable
{
    private const string Null = @"\N";
    private readonly List<string> _paths = [];
    private StreamWriter? _writer;

    public long Rows { get; private set; }

    public void Write(IReadOnlyList<string?> row)
    {
        if (_writer is null || _writer.BaseStream.Position >= fileBytes)
            StartFile();
        WriteLine(row);
        Rows++;
    }

    /// <summary>Ends writing.</summary>
    /// <returns>The files; at least one, with the header.</returns>
    public IReadOnlyList<string> Finish()
    {
        if (_writer is null)
            StartFile();
        Dispose();
        return _paths;
    }

    public void Dispose() => _writer?.Dispose();

    private void StartFile()
    {
        _writer?.Dispose();
        _paths.Add(scratch.NewFile("csv"));
        _writer = new(_paths[^1], new UTF8Encoding(false), new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 });
        WriteLine(header);
    }

    private void WriteLine(IReadOnlyList<string?> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
                _writer!.Write(',');
            _writer!.Write(Field(row[i]));
        }
        _writer!.Write('\n');
    }

    private static string Field(string? value) =>
        value is null ? Null
        : value == Null || value.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{value.Replace("\"", "\"\"")}\""
        : value;
}
