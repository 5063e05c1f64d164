namespace SakilaPortal.LocalAws.Athena.Sql.Syntax;

internal abstract record Relation(Position At);

/// <summary>A table's name, of one to three parts: catalogue, database, table.</summary>
internal sealed record TableReference(Position At, IReadOnlyList<string> Parts) : Relation(At);

internal sealed record AliasedRelation(Position At, Relation Relation, string Alias, IReadOnlyList<string> Columns) : Relation(At);

internal sealed record SubqueryRelation(Position At, Query Query) : Relation(At);

internal sealed record LateralRelation(Position At, Query Query) : Relation(At);

internal sealed record UnnestRelation(Position At, IReadOnlyList<Expression> Collections, bool WithOrdinality) : Relation(At);

internal enum JoinKind { Cross, Inner, Left, Right, Full }

/// <summary>A join by condition, by shared columns, naturally, or, when all are absent, of everything with everything.</summary>
internal sealed record Join(Position At, JoinKind Kind, Relation Left, Relation Right) : Relation(At)
{
    public Expression? On { get; init; }

    public IReadOnlyList<Identifier>? Using { get; init; }

    public bool Natural { get; init; }
}
