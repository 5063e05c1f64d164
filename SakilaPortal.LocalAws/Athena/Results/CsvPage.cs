using System.Text;

namespace SakilaPortal.LocalAws.Athena.Results;

/// <summary>Rows of a result's CSV from a place in the file on. Every value is quoted; an empty place without quotes is a null.</summary>
internal static class CsvPage
{
    private const int BufferSize = 1 << 16;

    /// <returns>At most <paramref name="count"/> rows, and where the next one begins; null at the end of the file.</returns>
    public static (List<Row> Rows, long? Next) Read(string path, long offset, int count, CancellationToken cancellation)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize);
        file.Seek(offset, SeekOrigin.Begin);
        using var reader = new BinaryReader(new BufferedStream(file, BufferSize));
        List<Row> rows = [];
        var position = offset;
        while (rows.Count < count && position < file.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(new(Fields(reader, file.Length, ref position)));
        }

        return (rows, position < file.Length ? position : null);
    }

    private static List<Datum> Fields(BinaryReader reader, long length, ref long position)
    {
        List<Datum> fields = [];
        using MemoryStream text = new();
        var (isQuoted, inside) = (false, false);
        while (true)
        {
            var end = position >= length;
            var next = end ? (byte)'\n' : reader.ReadByte();
            position++;
            if (inside && next != '"') text.WriteByte(next);
            else if (next == '"')
            {
                if (isQuoted && !inside) text.WriteByte(next);
                (isQuoted, inside) = (true, !inside);
            }
            else if (next is (byte)',' or (byte)'\n')
            {
                fields.Add(new(isQuoted || text.Length > 0 ? Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length) : null));
                text.SetLength(0);
                isQuoted = false;
                if (next == '\n') return fields;
            }
            else text.WriteByte(next);
        }
    }
}
