using System.Text;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>A rendered record that knows for each of its places the place in the template.</summary>
internal sealed class MappedText
{
    private readonly StringBuilder text = new();
    private readonly List<(int At, int Origin, bool Verbatim)> pieces = [];

    public int Length => text.Length;

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(text.ToString());

    /// <param name="verbatim">Copied character by character; otherwise all of it stands for its tag's beginning.</param>
    public void Append(string piece, int origin, bool verbatim)
    {
        pieces.Add((text.Length, origin, verbatim));
        text.Append(piece);
    }

    /// <summary>The place in the template that the byte at this offset of the record comes from.</summary>
    public int Origin(byte[] utf8, long offset)
    {
        var at = Encoding.UTF8.GetCharCount(utf8, 0, (int)Math.Min(offset, utf8.Length));
        var (start, origin, verbatim) = pieces.FindLast(piece => piece.At <= at);
        return verbatim ? origin + at - start : origin;
    }
}
