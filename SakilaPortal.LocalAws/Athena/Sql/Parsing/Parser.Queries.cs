using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal sealed partial class Parser
{
    private Query Query() => Nested(() =>
    {
        var at = Current.At;
        var with = With();
        var query = new Query(at, with, Body());
        var orderBy = OrderBy();
        Expression? offset = null;
        if (Accept("OFFSET"))
        {
            offset = RowCount();
            if (!Accept("ROW")) Accept("ROWS");
        }

        return query with { OrderBy = orderBy, Offset = offset, Limit = Limit() };
    });

    private List<NamedQuery> With()
    {
        if (!Accept("WITH")) return [];
        if (At("RECURSIVE")) throw SqlException.NotSupported(Current.At, "Recursive queries are not supported");
        return List(() =>
        {
            var at = Current.At;
            var name = Name();
            var columns = At("(") ? Parenthesised(Name) : [];
            Expect("AS", "(");
            var query = Query();
            Expect(")");
            return new NamedQuery(at, name, columns, query);
        });
    }

    private Expression? Limit()
    {
        if (Accept("LIMIT")) return Accept("ALL") ? null : RowCount();
        if (!Accept("FETCH")) return null;
        if (!Accept("FIRST")) Expect("NEXT");
        var count = At("ROW") || At("ROWS") ? new IntegerLiteral(Current.At, "1") : RowCount();
        if (!Accept("ROW")) Expect("ROWS");
        if (At("WITH", "TIES")) throw SqlException.NotSupported(Current.At, "FETCH FIRST WITH TIES is not supported; rank the rows instead");
        Expect("ONLY");
        return count;
    }

    private Expression RowCount() => Current.Kind switch
    {
        TokenKind.Integer => new IntegerLiteral(Current.At, Take().Text),
        _ when At("?") => Primary(),
        _ => throw Unexpected("'ALL', <integer>"),
    };

    private List<SortItem> OrderBy() => Accept("ORDER", "BY") ? List(SortItem) : [];

    private SortItem SortItem()
    {
        var key = Expression();
        var descending = Accept("DESC");
        if (!descending) Accept("ASC");
        var nullsFirst = Accept("NULLS", "FIRST");
        if (!nullsFirst) Accept("NULLS", "LAST");
        return new(key.At, key, descending, nullsFirst);
    }

    private QueryBody Body()
    {
        var left = IntersectBody();
        while (At("UNION") || At("EXCEPT"))
        {
            var at = Current.At;
            var operation = Take().Is("UNION") ? SetOperator.Union : SetOperator.Except;
            left = new SetOperation(at, operation, All(), left, IntersectBody());
        }

        return left;
    }

    private QueryBody IntersectBody()
    {
        var left = PrimaryBody();
        while (At("INTERSECT"))
        {
            var at = Take().At;
            left = new SetOperation(at, SetOperator.Intersect, All(), left, PrimaryBody());
        }

        return left;
    }

    private bool All()
    {
        var all = Accept("ALL");
        if (!all) Accept("DISTINCT");
        return all;
    }

    private QueryBody PrimaryBody()
    {
        var at = Current.At;
        if (Accept("VALUES")) return new ValuesBody(at, List(Expression));
        if (Accept("TABLE")) return new SelectBody(at, false, [new SelectAll(at, null, [])], new TableReference(at, QualifiedName()));
        if (!Accept("(")) return Select();
        var query = Query();
        Expect(")");
        return new NestedQuery(at, query);
    }

    private SelectBody Select()
    {
        var at = Expect("SELECT");
        var distinct = Accept("DISTINCT");
        if (!distinct) Accept("ALL");
        var items = List(SelectItem);
        var select = new SelectBody(at, distinct, items, Accept("FROM") ? From() : null)
        {
            Where = Accept("WHERE") ? Expression() : null,
            GroupBy = Accept("GROUP", "BY") ? GroupBy() : null,
            Having = Accept("HAVING") ? Expression() : null,
        };
        return Accept("WINDOW") ? select with { Windows = Windows() } : select;
    }

    private SelectItem SelectItem()
    {
        var at = Current.At;
        if (Accept("*")) return new SelectAll(at, null, []);
        var expression = Expression();
        if (Accept(".", "*")) return new SelectAll(at, expression, Accept("AS") ? Parenthesised(Name) : []);
        return new SelectExpression(at, expression, Accept("AS") || AtAlias ? Name() : null);
    }

    private Dictionary<string, Window> Windows()
    {
        Dictionary<string, Window> windows = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, window) in List(() => { var name = Name(); Expect("AS"); return (name, WindowSpecification()); }))
            windows[name] = window;
        return windows;
    }

    private GroupBy GroupBy()
    {
        var distinct = Accept("DISTINCT");
        if (!distinct) Accept("ALL");
        return new(distinct, List(GroupingElement));
    }

    private GroupingElement GroupingElement()
    {
        var at = Current.At;
        if (Accept("ROLLUP")) return new(at, GroupingKind.Rollup, Parenthesised(GroupingSet));
        if (Accept("CUBE")) return new(at, GroupingKind.Cube, Parenthesised(GroupingSet));
        if (Accept("GROUPING", "SETS")) return new(at, GroupingKind.Sets, Parenthesised(GroupingSet));
        return new(at, GroupingKind.Simple, [GroupingSet()]);
    }

    private IReadOnlyList<Expression> GroupingSet()
    {
        if (Accept("(", ")")) return [];
        return Expression() is var single && single is RowConstructor row ? row.Fields : [single];
    }
}
