using System.Text;

namespace SakilaPortal.Api.Reports;

/// <summary>A text with some of its pieces replaced, which knows where its places were before.</summary>
internal sealed class RewrittenSql
{
    private readonly string source;
    private readonly List<(int Start, int End, int SourceStart, bool IsCopy)> pieces = [];

    private RewrittenSql(string source) => this.source = source;

    public string Text { get; private set; } = "";

    /// <param name="replacements">In the order of the text, without overlap.</param>
    public static RewrittenSql Of(string source, IEnumerable<(int Start, int End, string Text)> replacements)
    {
        var rewritten = new RewrittenSql(source);
        var text = new StringBuilder();
        var copied = 0;
        void Add(int from, string piece, bool isCopy)
        {
            rewritten.pieces.Add((text.Length, text.Length + piece.Length, from, isCopy));
            text.Append(piece);
        }

        foreach (var (start, end, piece) in replacements)
        {
            Add(copied, source[copied..start], true);
            Add(start, piece, false);
            copied = end;
        }
        Add(copied, source[copied..], true);
        rewritten.Text = text.ToString().TrimEnd().TrimEnd(';');
        return rewritten;
    }

    /// <summary>The place in the text before, of a line and column of this one; both count from 1.</summary>
    public (int Line, int Column) SourceOf(int line, int column)
    {
        var at = Offset(Text, line, column);
        var (start, _, sourceStart, isCopy) = pieces.FindLast(piece => piece.Start <= at);
        var offset = Math.Min(sourceStart + (isCopy ? at - start : 0), source.Length);
        var lineStart = offset == 0 ? 0 : source.LastIndexOf('\n', offset - 1) + 1;
        return (source.AsSpan(0, offset).Count('\n') + 1, offset - lineStart + 1);
    }

    private static int Offset(string text, int line, int column)
    {
        var start = 0;
        for (var passed = 1; passed < line; passed++)
            start = text.IndexOf('\n', start) is var end and >= 0 ? end + 1 : text.Length;
        return Math.Min(start + column - 1, text.Length);
    }
}
