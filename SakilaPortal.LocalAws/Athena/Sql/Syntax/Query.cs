namespace SakilaPortal.LocalAws.Athena.Sql.Syntax;

/// <summary>A whole query: its common table expressions, its body, and what applies to the body's rows as a whole.</summary>
internal sealed record Query(Position At, IReadOnlyList<NamedQuery> With, QueryBody Body)
{
    public IReadOnlyList<SortItem> OrderBy { get; init; } = [];

    public Expression? Offset { get; init; }

    public Expression? Limit { get; init; }
}

internal sealed record NamedQuery(Position At, string Name, IReadOnlyList<string> Columns, Query Query);

internal abstract record QueryBody(Position At);

internal sealed record NestedQuery(Position At, Query Query) : QueryBody(At);

internal sealed record ValuesBody(Position At, IReadOnlyList<Expression> Rows) : QueryBody(At);

internal enum SetOperator { Union, Intersect, Except }

internal sealed record SetOperation(Position At, SetOperator Operator, bool All, QueryBody Left, QueryBody Right) : QueryBody(At);

internal sealed record SelectBody(Position At, bool Distinct, IReadOnlyList<SelectItem> Items, Relation? From) : QueryBody(At)
{
    public Expression? Where { get; init; }

    public GroupBy? GroupBy { get; init; }

    public Expression? Having { get; init; }

    public IReadOnlyDictionary<string, Window> Windows { get; init; } = new Dictionary<string, Window>();
}

internal abstract record SelectItem(Position At);

internal sealed record SelectExpression(Position At, Expression Expression, string? Alias) : SelectItem(At);

/// <summary><c>*</c>, <c>t.*</c> or <c>row.*</c>.</summary>
internal sealed record SelectAll(Position At, Expression? Of, IReadOnlyList<string> Aliases) : SelectItem(At);

internal enum GroupingKind { Simple, Rollup, Cube, Sets }

internal sealed record GroupingElement(Position At, GroupingKind Kind, IReadOnlyList<IReadOnlyList<Expression>> Sets);

internal sealed record GroupBy(bool Distinct, IReadOnlyList<GroupingElement> Elements);
