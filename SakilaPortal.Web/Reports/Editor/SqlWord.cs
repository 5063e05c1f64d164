using System.Text.RegularExpressions;

namespace SakilaPortal.Web.Reports.Editor;

internal enum SqlWordKind { Comment, Text, Number, Word, Symbol }

/// <summary>
/// What stands between two blanks of Athena's SQL, or touches its neighbour: https://github.com/trinodb/trino/blob/master/core/trino-grammar/src/main/antlr4/io/trino/grammar/sql/SqlBase.g4.
/// Words that belong together are one: GROUP BY, LEFT OUTER JOIN.
/// </summary>
internal readonly partial record struct SqlWord(SqlWordKind Kind, string Text)
{
    /// <summary>Equal for those that mean the same: a word is one in capitals too.</summary>
    public SqlWord Folded => Kind == SqlWordKind.Word && Text[0] != ':' ? this with { Text = Text.ToUpperInvariant() } : this;

    public static IEnumerable<SqlWord> Read(string sql) => Pieces().Matches(sql).Select(Of);

    private static SqlWord Of(Match piece) =>
        piece.Groups["comment"].Success ? new(SqlWordKind.Comment, piece.Value.TrimEnd())
        : piece.Groups["text"].Success ? new(SqlWordKind.Text, piece.Value)
        : piece.Groups["number"].Success ? new(SqlWordKind.Number, piece.Value)
        : piece.Groups["word"].Success ? new(SqlWordKind.Word, Blanks().Replace(piece.Value, " "))
        : new(SqlWordKind.Symbol, piece.Value);

    // In this order: a text may begin with a letter, a number with a dot.
    [GeneratedRegex("""
        (?<comment>--[^\n]*|/\*.*?(?:\*/|\z))
        |(?<text>(?:\bU&|\bX)?'(?:[^']|'')*(?:'|\z)|(?:\bU&)?"(?:[^"]|"")*(?:"|\z)|`(?:[^`]|``)*(?:`|\z))
        |(?<number>(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)E[+-]?\d+|\.\d[\d_]*|\d[\d_]*\.[\d_]*|\d\w*)
        |(?<word>\b(?:(?:left|right|full)\s+(?:outer\s+)?join|(?:inner|cross)\s+join|(?:group|order|partition)\s+by|union\s+all)\b|:?[\p{L}_]\w*)
        |(?<symbol>::|<=|>=|<>|!=|=>|->|<-|\|\||\{-|-\}|\S)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
