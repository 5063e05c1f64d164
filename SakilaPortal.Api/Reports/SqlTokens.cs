namespace SakilaPortal.Api.Reports;

internal enum SqlTokenKind { Comment, Text, QuotedName, Word, Parameter, Symbol }

internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int End)
{
    public string In(string sql) => sql[Start..End];

    /// <summary>What it names, lower-cased, if it can be a name.</summary>
    public string? NameIn(string sql) => Kind switch
    {
        SqlTokenKind.Word => In(sql).ToLowerInvariant(),
        SqlTokenKind.QuotedName => In(sql).Trim('"').Replace("\"\"", "\"").ToLowerInvariant(),
        _ => null,
    };
}

/// <summary>
/// Athena's SQL cut into tokens, as far as it takes to know what is text or comment and what is not: https://trino.io/docs/current/language.html.
/// What is opened and never closed reaches to the end, and Athena will say so.
/// </summary>
internal static class SqlTokens
{
    public static IEnumerable<SqlToken> Read(string sql)
    {
        for (var position = 0; position < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[position]))
            {
                position++;
                continue;
            }
            var token = ReadOne(sql, position);
            yield return token;
            position = token.End;
        }
    }

    /// <summary>All that are no comments.</summary>
    public static IEnumerable<SqlToken> Meaningful(string sql) => Read(sql).Where(token => token.Kind != SqlTokenKind.Comment);

    private static SqlToken ReadOne(string sql, int start) => (sql[start], start + 1 < sql.Length ? sql[start + 1] : '\0') switch
    {
        ('-', '-') => new(SqlTokenKind.Comment, start, After(sql, start, "\n")),
        ('/', '*') => new(SqlTokenKind.Comment, start, After(sql, start + 2, "*/")),
        ('\'', _) => new(SqlTokenKind.Text, start, Quoted(sql, start)),
        ('"', _) => new(SqlTokenKind.QuotedName, start, Quoted(sql, start)),
        (':', var next) when char.IsLetter(next) || next == '_' => new(SqlTokenKind.Parameter, start, Word(sql, start + 1)),
        var (first, _) when char.IsLetterOrDigit(first) || first == '_' => new(SqlTokenKind.Word, start, Word(sql, start)),
        _ => new(SqlTokenKind.Symbol, start, start + 1),
    };

    private static int After(string sql, int from, string end) =>
        sql.IndexOf(end, from, StringComparison.Ordinal) is var at and >= 0 ? at + end.Length : sql.Length;

    // A doubled quote within is the quote itself.
    private static int Quoted(string sql, int start)
    {
        var quote = sql[start];
        for (var end = sql.IndexOf(quote, start + 1); end >= 0; end = sql.IndexOf(quote, end + 2))
        {
            if (end + 1 == sql.Length || sql[end + 1] != quote)
                return end + 1;
            if (end + 2 >= sql.Length)
                break;
        }
        return sql.Length;
    }

    private static int Word(string sql, int start)
    {
        var end = start;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_'))
            end++;
        return end;
    }
}
