using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

/// <summary>
/// Reads Athena's SQL (engine version 3: Trino's language, https://trino.io/docs/current/sql/select.html) by recursive descent.
/// One part of this class reads statements, others queries, relations, expressions and types.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Deeper nesting than any written query has; it keeps a hostile one from exhausting the stack.</summary>
    private const int DeepestNesting = 200;

    private readonly List<Token> tokens;
    private int index;
    private int depth;
    private int parameters;

    private Parser(string text) => tokens = Lexer.Read(text);

    private Token Current => tokens[index];

    /// <exception cref="SqlException">The text is no statement of Athena's, or one that is not supported.</exception>
    public static Statement Parse(string text)
    {
        var parser = new Parser(text);
        var statement = parser.Statement();
        parser.Accept(";");
        if (parser.Current.Kind != TokenKind.End)
            throw parser.Current.Is(";") || parser.Previous.Is(";")
                ? SqlException.Syntax(parser.Current.At, "Only one sql statement is allowed")
                : parser.Unexpected("<EOF>");
        return statement;
    }

    /// <summary>Reads an expression that stands alone, such as the value of a parameter.</summary>
    public static Expression ParseExpression(string text)
    {
        var parser = new Parser(text);
        var expression = parser.Expression();
        return parser.Current.Kind == TokenKind.End ? expression : throw parser.Unexpected("<EOF>");
    }

    private Token Previous => tokens[Math.Max(0, index - 1)];

    private Token Ahead(int count) => tokens[Math.Min(index + count, tokens.Count - 1)];

    private Token Take() => tokens[index < tokens.Count - 1 ? index++ : index];

    private bool At(string word) => Current.Is(word);

    private bool At(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (!Ahead(i).Is(words[i])) return false;
        return true;
    }

    private bool Accept(params ReadOnlySpan<string> words)
    {
        if (!At(words)) return false;
        index += words.Length;
        return true;
    }

    private Position Expect(params ReadOnlySpan<string> words)
    {
        var at = Current.At;
        foreach (var word in words)
            if (!Accept(word)) throw Unexpected($"'{word}'");
        return at;
    }

    private string ExpectString() => Current.Kind == TokenKind.String ? Take().Text : throw Unexpected("<string>");

    private int ExpectInteger() =>
        Current.Kind == TokenKind.Integer && int.TryParse(Current.Text, out var number) ? Number(number) : throw Unexpected("<integer>");

    private int Number(int number)
    {
        Take();
        return number;
    }

    private bool AtName => Current.Kind == TokenKind.QuotedWord || (Current.Kind == TokenKind.Word && !ReservedWords.Contain(Current.Text));

    private string Name() => AtName ? Take().Text : throw Unexpected("<identifier>");

    private Identifier NamedAt()
    {
        var at = Current.At;
        return new(at, Name());
    }

    private List<string> QualifiedName()
    {
        List<string> parts = [Name()];
        while (Accept(".")) parts.Add(Name());
        return parts;
    }

    private List<T> List<T>(Func<T> item)
    {
        List<T> items = [item()];
        while (Accept(",")) items.Add(item());
        return items;
    }

    private List<T> Parenthesised<T>(Func<T> item)
    {
        Expect("(");
        var items = List(item);
        Expect(")");
        return items;
    }

    private T Nested<T>(Func<T> read)
    {
        if (++depth > DeepestNesting) throw SqlException.Syntax(Current.At, "statement is too large: it is nested too deeply");
        var result = read();
        depth--;
        return result;
    }

    private SqlException Unexpected(string expected) =>
        SqlException.Syntax(Current.At, $"mismatched input '{Current.Shown}'. Expecting: {expected}");
}
