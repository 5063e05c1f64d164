using System.Text;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

/// <summary>Cuts a query's text into tokens; comments and white space fall away.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] Symbols = ["<>", "!=", "<=", ">=", "->", "=>", "||"];

    private int index;
    private int line = 1;
    private int lineStart;

    private Position Here => new(line, index - lineStart + 1);

    public static List<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        List<Token> tokens = [];
        do tokens.Add(lexer.Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        SkipBlanks();
        var at = Here;
        if (index >= text.Length) return new(TokenKind.End, "", at);

        var first = text[index];
        if (first is 'x' or 'X' && Peek(1) == '\'') return Binary(at);
        if (first is 'u' or 'U' && Peek(1) == '&' && Peek(2) == '\'') throw SqlException.NotSupported(at, "Unicode string literals are not supported");
        if (char.IsLetter(first) || first == '_') return Word(at);
        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(Peek(1)))) return Number(at);
        if (first == '\'') return new(TokenKind.String, Quoted('\''), at);
        if (first == '"') return new(TokenKind.QuotedWord, Quoted('"'), at);
        if (first == '`')
            throw SqlException.Syntax(at, "backquoted identifiers are not supported; use double quotes to quote identifiers");
        return Symbol(at);
    }

    private Token Word(Position at)
    {
        var start = index;
        while (index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] is '_' or '@' or ':')) index++;
        return new(TokenKind.Word, text[start..index], at);
    }

    private Token Number(Position at)
    {
        var start = index;
        var kind = TokenKind.Integer;
        SkipDigits();
        if (Peek(0) == '.')
        {
            kind = TokenKind.Decimal;
            index++;
            SkipDigits();
        }

        if (Peek(0) is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            kind = TokenKind.Double;
            index += 2;
            SkipDigits();
        }

        if (char.IsLetter(Peek(0)) || Peek(0) == '_')
            throw SqlException.Syntax(at, "identifiers must not start with a digit; surround the identifier with double quotes");
        return new(kind, text[start..index].Replace("_", ""), at);
    }

    private Token Binary(Position at)
    {
        index++;
        var hex = Quoted('\'').Replace(" ", "");
        if (hex.Length % 2 != 0) throw SqlException.Syntax(at, "Binary literal must contain an even number of digits");
        if (!hex.All(char.IsAsciiHexDigit)) throw SqlException.Syntax(at, "Binary literal can only contain hexadecimal digits");
        return new(TokenKind.Binary, hex, at);
    }

    private string Quoted(char quote)
    {
        var at = Here;
        StringBuilder content = new();
        for (index++; index < text.Length; Advance())
        {
            if (text[index] != quote) content.Append(text[index]);
            else if (Peek(1) == quote) { content.Append(quote); index++; }
            else { index++; return content.ToString(); }
        }

        throw SqlException.Syntax(at, $"mismatched input '{quote}'. Expecting: a closing {quote}");
    }

    private Token Symbol(Position at)
    {
        var symbol = Array.Find(Symbols, known => text.AsSpan(index).StartsWith(known)) ?? text[index].ToString();
        if (symbol.Length == 1 && !"()[],.;*/%+-=<>?".Contains(symbol[0]))
            throw SqlException.Syntax(at, $"mismatched input '{symbol}'");
        index += symbol.Length;
        return new(TokenKind.Symbol, symbol, at);
    }

    private void SkipBlanks()
    {
        while (index < text.Length)
        {
            if (char.IsWhiteSpace(text[index])) Advance();
            else if (Peek(0) == '-' && Peek(1) == '-')
                while (index < text.Length && text[index] != '\n') index++;
            else if (Peek(0) == '/' && Peek(1) == '*') SkipComment();
            else return;
        }
    }

    private void SkipComment()
    {
        var at = Here;
        for (index += 2; index < text.Length; Advance())
            if (Peek(0) == '*' && Peek(1) == '/') { index += 2; return; }

        throw SqlException.Syntax(at, "mismatched input '/*'. Expecting: a closing */");
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0)) || (Peek(0) == '_' && char.IsAsciiDigit(Peek(1)))) index++;
    }

    private void Advance()
    {
        if (text[index++] != '\n') return;
        line++;
        lineStart = index;
    }

    private char Peek(int ahead) => index + ahead < text.Length ? text[index + ahead] : '\0';
}
