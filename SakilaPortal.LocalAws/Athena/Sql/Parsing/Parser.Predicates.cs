using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal sealed partial class Parser
{
    private static readonly Dictionary<string, ComparisonOperator> Comparisons = new()
    {
        ["="] = ComparisonOperator.Equal, ["<>"] = ComparisonOperator.NotEqual, ["!="] = ComparisonOperator.NotEqual,
        ["<"] = ComparisonOperator.Less, ["<="] = ComparisonOperator.LessOrEqual,
        [">"] = ComparisonOperator.Greater, [">="] = ComparisonOperator.GreaterOrEqual,
    };

    private Expression Expression() => Nested(Disjunction);

    private Expression Disjunction()
    {
        var left = Conjunction();
        while (At("OR")) left = new Or(Take().At, left, Conjunction());
        return left;
    }

    private Expression Conjunction()
    {
        var left = Negated();
        while (At("AND")) left = new And(Take().At, left, Negated());
        return left;
    }

    private Expression Negated() => At("NOT") ? new Not(Take().At, Nested(Negated)) : Predicate();

    private Expression Predicate()
    {
        var value = Value();
        while (true)
        {
            var at = Current.At;
            if (Current.Kind == TokenKind.Symbol && Comparisons.TryGetValue(Current.Text, out var comparison)) value = Compared(value, comparison);
            else if (Accept("IS")) value = Tested(at, value);
            else if (At("NOT", "BETWEEN") || At("NOT", "IN") || At("NOT", "LIKE")) { Take(); value = new Not(at, Membership(at, value)); }
            else if (At("BETWEEN") || At("IN") || At("LIKE")) value = Membership(at, value);
            else return value;
        }
    }

    private Expression Compared(Expression left, ComparisonOperator comparison)
    {
        var at = Take().At;
        Quantifier? quantifier = At("ALL", "(") ? Quantifier.All : At("ANY", "(") || At("SOME", "(") ? Quantifier.Any : null;
        if (quantifier is null) return new Comparison(at, comparison, left, Value());
        Take();
        Expect("(");
        return new QuantifiedComparison(at, comparison, quantifier.Value, left, Closed(Query()));
    }

    private Expression Tested(Position at, Expression value)
    {
        var not = Accept("NOT");
        Expression test;
        if (Accept("NULL")) test = new IsNull(at, value);
        else
        {
            Expect("DISTINCT", "FROM");
            test = new IsDistinctFrom(at, value, Value());
        }

        return not ? new Not(at, test) : test;
    }

    private Expression Membership(Position at, Expression value)
    {
        if (Accept("BETWEEN"))
        {
            var low = Value();
            Expect("AND");
            return new Between(at, value, low, Value());
        }

        if (Accept("LIKE"))
        {
            var pattern = Value();
            return new Like(at, value, pattern, Accept("ESCAPE") ? Value() : null);
        }

        Expect("IN", "(");
        if (At("SELECT") || At("WITH") || At("VALUES") || At("TABLE")) return new InQuery(at, value, Closed(Query()));
        return new InList(at, value, Closed(List(Expression)));
    }
}
