using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal sealed partial class Parser
{
    private FunctionCall Call(Identifier name)
    {
        Expect("(");
        FunctionCall call;
        if (Accept("*", ")")) call = new(name.At, name.Name.ToLowerInvariant(), []) { Star = true };
        else if (Accept(")")) call = new(name.At, name.Name.ToLowerInvariant(), []);
        else
        {
            var distinct = Accept("DISTINCT");
            if (!distinct) Accept("ALL");
            var arguments = List(Expression);
            call = new(name.At, name.Name.ToLowerInvariant(), arguments) { Distinct = distinct, OrderBy = OrderBy() };
            Expect(")");
        }

        return Finished(call);
    }

    private FunctionCall ListAgg()
    {
        var at = Take().At;
        Expect("(");
        var distinct = Accept("DISTINCT");
        if (!distinct) Accept("ALL");
        var value = Expression();
        Expression separator = Accept(",") ? new StringLiteral(Current.At, ExpectString()) : new StringLiteral(at, "");
        if (Accept("ON", "OVERFLOW") && !Accept("ERROR")) throw SqlException.NotSupported(Current.At, "listagg with ON OVERFLOW TRUNCATE is not supported");
        Expect(")");
        Expect("WITHIN", "GROUP", "(");
        return Finished(new(at, "listagg", [value, separator]) { Distinct = distinct, OrderBy = Closed(OrderBy()) });
    }

    private FunctionCall Finished(FunctionCall call)
    {
        if (Accept("FILTER", "("))
        {
            Expect("WHERE");
            call = call with { Filter = Closed(Expression()) };
        }

        if (Accept("IGNORE", "NULLS")) call = call with { IgnoreNulls = true };
        else Accept("RESPECT", "NULLS");
        if (!Accept("OVER")) return call;
        return call with { Over = At("(") ? WindowSpecification() : new(Current.At, Name(), [], [], null) };
    }

    private Window WindowSpecification()
    {
        var at = Expect("(");
        var existing = AtName && !At("PARTITION") && !At("ROWS") && !At("RANGE") && !At("GROUPS") ? Name() : null;
        List<Expression> partitionBy = Accept("PARTITION", "BY") ? List(Expression) : [];
        var orderBy = OrderBy();
        return new(at, existing, partitionBy, orderBy, Closed(Frame()));
    }

    private WindowFrame? Frame()
    {
        FrameUnit unit;
        if (Accept("ROWS")) unit = FrameUnit.Rows;
        else if (Accept("RANGE")) unit = FrameUnit.Range;
        else if (Accept("GROUPS")) unit = FrameUnit.Groups;
        else return null;
        if (!Accept("BETWEEN")) return new(unit, Bound(), null);
        var start = Bound();
        Expect("AND");
        return new(unit, start, Bound());
    }

    private FrameBound Bound()
    {
        if (Accept("UNBOUNDED", "PRECEDING")) return new(FrameBoundKind.UnboundedPreceding, null);
        if (Accept("UNBOUNDED", "FOLLOWING")) return new(FrameBoundKind.UnboundedFollowing, null);
        if (Accept("CURRENT", "ROW")) return new(FrameBoundKind.CurrentRow, null);
        var offset = Value();
        if (Accept("PRECEDING")) return new(FrameBoundKind.Preceding, offset);
        Expect("FOLLOWING");
        return new(FrameBoundKind.Following, offset);
    }
}
