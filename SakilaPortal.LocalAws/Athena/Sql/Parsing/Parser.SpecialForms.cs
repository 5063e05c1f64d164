using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal sealed partial class Parser
{
    /// <summary>Expressions with a grammar of their own; null when the word only names something.</summary>
    private Expression? SpecialForm(Token word)
    {
        var opens = Ahead(1).Is("(");
        switch (word.Text.ToUpperInvariant())
        {
            case "NULL": Take(); return new NullLiteral(word.At);
            case "TRUE" or "FALSE": Take(); return new BooleanLiteral(word.At, word.Is("TRUE"));
            case "CASE": return CaseExpression();
            case "CAST" or "TRY_CAST" when opens: return CastExpression();
            case "EXISTS" when opens: Take(); Take(); return new Exists(word.At, Closed(Query()));
            case "EXTRACT" when opens: return ExtractExpression();
            case "INTERVAL" when Ahead(1).Kind == TokenKind.String || Ahead(1).Is("-") || Ahead(1).Is("+"): return Interval();
            case "ARRAY" when Ahead(1).Is("["): return ArrayOf();
            case "ROW" when opens: Take(); return new RowConstructor(word.At, Parenthesised(Expression));
            case "GROUPING" when opens: Take(); return new Grouping(word.At, Parenthesised(Expression));
            case "POSITION" when opens: return Position();
            case "SUBSTRING" when opens: return Substring();
            case "TRIM" when opens: return Trim();
            case "NORMALIZE" when opens: return Normalize();
            case "LISTAGG" when opens: return ListAgg();
            case "CURRENT_DATE": return Now(CurrentKind.Date);
            case "CURRENT_TIME": return Now(CurrentKind.Time);
            case "CURRENT_TIMESTAMP": return Now(CurrentKind.Timestamp);
            case "LOCALTIME": return Now(CurrentKind.LocalTime);
            case "LOCALTIMESTAMP": return Now(CurrentKind.LocalTimestamp);
            case "CURRENT_USER": return Now(CurrentKind.User);
            case "CURRENT_CATALOG": return Now(CurrentKind.Catalog);
            case "CURRENT_SCHEMA": return Now(CurrentKind.Schema);
            case "DOUBLE" when Ahead(1).Is("PRECISION") && Ahead(2).Kind == TokenKind.String:
                Take(); Take(); return new TypedLiteral(word.At, "double", Take().Text);
            case "TIMESTAMP" or "TIME" when Ahead(1).Kind == TokenKind.String: Take(); return new TypedLiteral(word.At, word.Text, Take().Text);
            case "JSON_EXISTS" or "JSON_QUERY" or "JSON_VALUE" or "JSON_OBJECT" or "JSON_ARRAY" when opens:
                throw SqlException.NotSupported(word.At, $"{word.Text.ToUpperInvariant()} is not supported; use json_extract or json_extract_scalar");
            default: return null;
        }
    }

    private Case CaseExpression()
    {
        var at = Expect("CASE");
        var operand = At("WHEN") ? null : Expression();
        List<WhenClause> whens = [];
        while (At("WHEN"))
        {
            var when = Take().At;
            var condition = Expression();
            Expect("THEN");
            whens.Add(new(when, condition, Expression()));
        }

        if (whens.Count == 0) throw Unexpected("'WHEN'");
        var otherwise = Accept("ELSE") ? Expression() : null;
        Expect("END");
        return new(at, operand, whens, otherwise);
    }

    private Cast CastExpression()
    {
        var word = Take();
        Expect("(");
        var operand = Expression();
        Expect("AS");
        return new(word.At, operand, Closed(Type()), word.Is("TRY_CAST"));
    }

    private Extract ExtractExpression()
    {
        var at = Take().At;
        Expect("(");
        var field = Name();
        Expect("FROM");
        return new(at, field, Closed(Value()));
    }

    private IntervalLiteral Interval()
    {
        var at = Expect("INTERVAL");
        var negative = Accept("-");
        if (!negative) Accept("+");
        var text = ExpectString();
        var from = IntervalField();
        return new(at, negative, text, from, Accept("TO") ? IntervalField() : null);
    }

    private string IntervalField()
    {
        var field = Current.Text.ToLowerInvariant();
        if (field is not ("year" or "month" or "day" or "hour" or "minute" or "second"))
            throw Unexpected("'DAY', 'HOUR', 'MINUTE', 'MONTH', 'SECOND', 'YEAR'");
        Take();
        return field;
    }

    private ArrayConstructor ArrayOf()
    {
        var at = Expect("ARRAY", "[");
        List<Expression> elements = At("]") ? [] : List(Expression);
        Expect("]");
        return new(at, elements);
    }

    private FunctionCall Position()
    {
        var at = Take().At;
        Expect("(");
        var sought = Value();
        Expect("IN");
        return new(at, "strpos", [Closed(Value()), sought]);
    }

    private FunctionCall Substring()
    {
        var at = Take().At;
        Expect("(");
        List<Expression> arguments = [Expression()];
        if (Accept("FROM"))
        {
            arguments.Add(Value());
            if (Accept("FOR")) arguments.Add(Value());
        }
        else
        {
            while (Accept(",")) arguments.Add(Expression());
        }

        Expect(")");
        return new(at, "substring", arguments);
    }

    private FunctionCall Trim()
    {
        var at = Take().At;
        Expect("(");
        var name = Accept("LEADING") ? "ltrim" : Accept("TRAILING") ? "rtrim" : "trim";
        var explicitly = name != "trim" || Accept("BOTH");
        if (explicitly && Accept("FROM")) return new(at, name, [Closed(Value())]);
        var first = Value();
        if (Accept("FROM")) return new(at, name, [Closed(Value()), first]);
        return Accept(",") ? new(at, name, [first, Closed(Value())]) : new(at, name, [Closed(first)]);
    }

    private FunctionCall Normalize()
    {
        var at = Take().At;
        Expect("(");
        var value = Value();
        return new(at, "normalize", [value, new StringLiteral(at, Accept(",") ? Closed(Name()) : Closed("NFC"))]);
    }

    private Current Now(CurrentKind kind)
    {
        var at = Take().At;
        return new(at, kind, kind <= CurrentKind.LocalTimestamp && Accept("(") ? Closed(ExpectInteger()) : null);
    }
}
