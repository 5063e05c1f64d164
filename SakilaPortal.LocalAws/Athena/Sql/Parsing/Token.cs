namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal enum TokenKind { Word, QuotedWord, String, Binary, Integer, Decimal, Double, Symbol, End }

/// <param name="Text">As meant: words as written, quoted text without its quotes.</param>
internal readonly record struct Token(TokenKind Kind, string Text, Position At)
{
    public bool Is(string symbolOrKeyword) =>
        Kind is TokenKind.Word or TokenKind.Symbol && Text.Equals(symbolOrKeyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>As Trino shows it when it did not expect it.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "<EOF>",
        TokenKind.String => $"'{Text}'",
        TokenKind.QuotedWord => $"\"{Text}\"",
        _ => Text,
    };
}
