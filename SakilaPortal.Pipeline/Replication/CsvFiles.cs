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
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly List<string> _paths = [];
    private readonly StringBuilder _line = new();
    private StreamWriter? _writer;
    private long _bytes, _headerBytes;

    public long Rows { get; private set; }

    public void Write(IReadOnlyList<string?> row)
    {
        var line = Line(row);
        var bytes = Utf8.GetByteCount(line);
        // A row that is larger than a file may be stands alone in one.
        if (_writer is null || (_bytes + bytes > fileBytes && _bytes > _headerBytes))
            StartFile();
        WriteLine(line, bytes);
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
        _writer = new(_paths[^1], Utf8, new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 });
        _bytes = 0;
        var names = Line(header);
        WriteLine(names, Utf8.GetByteCount(names));
        _headerBytes = _bytes;
    }

    private void WriteLine(string line, int bytes)
    {
        _writer!.Write(line);
        _bytes += bytes;
    }

    private string Line(IReadOnlyList<string?> row)
    {
        _line.Clear();
        for (var i = 0; i < row.Count; i++)
            _line.Append(i > 0 ? "," : "").Append(Field(row[i]));
        return _line.Append('\n').ToString();
    }

    // An empty text is quoted, so that a row of nothing else is no empty line.
    private static string Field(string? value) =>
        value is null ? Null
        : value.Length == 0 || value == Null || value.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{value.Replace("\"", "\"\"")}\""
        : value;
}
