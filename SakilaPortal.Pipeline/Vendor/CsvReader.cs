using System.Text;
using SakilaPortal.Pipeline.Cleaning;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>The records of a CSV file as RFC 4180 has them, each with the number of the line that it begins on.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc4180. A quote within an unquoted field stands for itself.</remarks>
internal sealed class CsvReader(TextReader reader)
{
    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <exception cref="BadFileException">A quote never closes.</exception>
    public IEnumerable<CsvRecord> Read()
    {
        while (reader.Peek() >= 0)
        {
            var line = _line;
            var fields = new List<string>();
            while (Field(fields))
            {
            }
            if (fields is not [""])
                yield return new(line, fields);
        }
    }

    /// <returns>Whether another field follows in the record.</returns>
    private bool Field(List<string> fields)
    {
        _field.Clear();
        if (reader.Peek() == '"')
            Quoted();
        while (true)
        {
            var read = reader.Read();
            if (read == '\r' && reader.Peek() == '\n')
                continue;
            if (read is -1 or ',' or '\n')
            {
                fields.Add(_field.ToString());
                _line += read == '\n' ? 1 : 0;
                return read == ',';
            }
            _field.Append((char)read);
        }
    }

    private void Quoted()
    {
        var opened = _line;
        reader.Read();
        while (reader.Read() is var read)
        {
            if (read < 0)
                throw new BadFileException($"Line {opened}: a quote opens there and never closes.");
            if (read == '"' && reader.Peek() != '"')
                return;
            if (read == '"')
                reader.Read();
            _line += read == '\n' ? 1 : 0;
            _field.Append((char)read);
        }
    }
}

/// <param name="Line">From 1.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields);
