using System.Buffers;
using System.Text;

namespace SakilaPortal.Api.Reports;

/// <summary>
/// Rows of a CSV as Athena writes it, with their places in the file. What is quoted is text, a doubled quote within it one; a place without
/// anything is a null, which is not the empty text: https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html.
/// </summary>
internal sealed class CsvRows(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> text = new();
    private readonly List<string?> fields = [];
    private int at;
    private int filled;

    /// <summary>Where the next row begins, from where the stream was given.</summary>
    public long Position { get; private set; }

    /// <summary>The next row, or null at the end.</summary>
    public async ValueTask<string?[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var (isQuoted, isInside, isEmpty) = (false, false, true);
        fields.Clear();
        while (true)
        {
            if (at == filled)
            {
                (at, filled) = (0, await stream.ReadAsync(buffer, cancellationToken));
                if (filled == 0)
                    return isEmpty ? null : Row(isQuoted);
            }
            var next = buffer[at++];
            Position++;
            isEmpty = false;
            if (next == '"')
            {
                // The second quote of a pair within the text opens it again, and is itself part of it.
                if (isQuoted && !isInside)
                    Add(next);
                (isQuoted, isInside) = (true, !isInside);
            }
            else if (isInside)
                Add(next);
            else if (next == '\n')
                return Row(isQuoted);
            else if (next == ',')
                isQuoted = Field(isQuoted);
            else if (next != '\r')
                Add(next);
        }
    }

    private void Add(byte next)
    {
        text.GetSpan(1)[0] = next;
        text.Advance(1);
    }

    private string?[] Row(bool isQuoted)
    {
        Field(isQuoted);
        return [.. fields];
    }

    private bool Field(bool isQuoted)
    {
        fields.Add(isQuoted || text.WrittenCount > 0 ? Encoding.UTF8.GetString(text.WrittenSpan) : null);
        text.ResetWrittenCount();
        return false;
    }
}
