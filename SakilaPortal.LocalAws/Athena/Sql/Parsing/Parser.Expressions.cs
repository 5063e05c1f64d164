using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal sealed partial class Parser
{
    // From loosest to tightest: ||, then + and -, then *, / and %, then a sign, then AT TIME ZONE.
    private Expression Value()
    {
        var left = Sum();
        while (At("||")) left = new Concatenation(Take().At, left, Sum());
        return left;
    }

    private Expression Sum()
    {
        var left = Product();
        while (At("+") || At("-"))
        {
            var sign = Take();
            left = new Arithmetic(sign.At, sign.Is("+") ? ArithmeticOperator.Add : ArithmeticOperator.Subtract, left, Product());
        }

        return left;
    }

    private Expression Product()
    {
        var left = Signed();
        while (At("*") || At("/") || At("%"))
        {
            var sign = Take();
            var operation = sign.Text switch
            {
                "*" => ArithmeticOperator.Multiply,
                "/" => ArithmeticOperator.Divide,
                _ => ArithmeticOperator.Modulus,
            };
            left = new Arithmetic(sign.At, operation, left, Signed());
        }

        return left;
    }

    private Expression Signed()
    {
        if (Accept("+")) return Nested(Signed);
        return At("-") ? new Negation(Take().At, Nested(Signed)) : Zoned();
    }

    private Expression Zoned()
    {
        var value = Postfixed();
        while (At("AT", "TIME", "ZONE"))
        {
            var at = Expect("AT", "TIME", "ZONE");
            value = new AtTimeZone(at, value, Postfixed());
        }

        return value;
    }

    private Expression Postfixed()
    {
        var value = Primary();
        while (true)
        {
            var at = Current.At;
            if (At("[")) { Take(); value = new Subscript(at, value, Value()); Expect("]"); }
            else if (At(".") && !Ahead(1).Is("*")) { Take(); value = new Dereference(value.At, value, NamedAt()); }
            else return value;
        }
    }

    private Expression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Integer: Take(); return new IntegerLiteral(token.At, token.Text);
            case TokenKind.Decimal: Take(); return new DecimalLiteral(token.At, token.Text);
            case TokenKind.Double: Take(); return new DoubleLiteral(token.At, token.Text);
            case TokenKind.String: Take(); return new StringLiteral(token.At, token.Text);
            case TokenKind.Binary: Take(); return new BinaryLiteral(token.At, token.Text);
            case TokenKind.Word: return SpecialForm(token) ?? Named();
            case TokenKind.QuotedWord: return Named();
            case TokenKind.Symbol when Accept("?"): return new Parameter(token.At, parameters++);
            case TokenKind.Symbol when At("("): return Parenthesis();
            default: throw Unexpected("<expression>");
        }
    }

    private Expression Parenthesis()
    {
        if (AtLambda()) return LambdaWithParameters();
        var at = Expect("(");
        if (At("SELECT") || At("WITH") || At("VALUES") || At("TABLE")) return new ScalarQuery(at, Closed(Query()));
        var items = Closed(List(Expression));
        return items.Count == 1 ? items[0] : new RowConstructor(at, items);
    }

    private bool AtLambda()
    {
        var ahead = 1;
        while (!Ahead(ahead).Is(")"))
            if (Ahead(ahead++).Kind is not (TokenKind.Word or TokenKind.QuotedWord) && !Ahead(ahead - 1).Is(",")) return false;
        return Ahead(ahead + 1).Is("->");
    }

    private Lambda LambdaWithParameters()
    {
        var at = Current.At;
        List<Identifier> names = Accept("(", ")") ? [] : Parenthesised(NamedAt);
        Expect("->");
        return new(at, names, Expression());
    }

    private Expression Named()
    {
        var name = NamedAt();
        if (Current.Kind == TokenKind.String) return new TypedLiteral(name.At, name.Name, Take().Text);
        if (Accept("->")) return new Lambda(name.At, [name], Expression());
        return At("(") ? Call(name) : name;
    }
}
