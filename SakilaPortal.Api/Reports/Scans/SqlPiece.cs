namespace SakilaPortal.Api.Reports.Scans;

/// <summary>A token of a text that is no comment.</summary>
/// <param name="Name">What it names, lower-cased, if it can be a name.</param>
internal readonly record struct SqlPiece(SqlTokenKind Kind, string Text, string? Name)
{
    public static IReadOnlyList<SqlPiece> Of(string sql) => [.. SqlTokens.Meaningful(sql).Select(token => new SqlPiece(token.Kind, token.In(sql), token.NameIn(sql)))];

    public bool IsSymbol(char symbol) => Kind == SqlTokenKind.Symbol && Text[0] == symbol;

    public bool IsWord(string word) => Kind == SqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsWordOf(IReadOnlySet<string> words) => Kind == SqlTokenKind.Word && words.Contains(Text);
}
