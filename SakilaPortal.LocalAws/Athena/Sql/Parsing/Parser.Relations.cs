using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal sealed partial class Parser
{
    /// <summary>Words that are no alias without AS, though most may name things elsewhere.</summary>
    private static readonly string[] NoAlias =
    [
        "CROSS", "INNER", "LEFT", "RIGHT", "FULL", "NATURAL", "JOIN", "ON", "USING", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT",
        "OFFSET", "FETCH", "UNION", "INTERSECT", "EXCEPT", "WINDOW", "TABLESAMPLE",
    ];

    private bool AtAlias => AtName && !(Current.Kind == TokenKind.Word && Array.Exists(NoAlias, At));

    private Relation From()
    {
        var relation = Relation();
        while (Accept(",")) relation = new Join(relation.At, JoinKind.Cross, relation, Relation());
        return relation;
    }

    private Relation Relation()
    {
        var left = AliasedPrimary();
        while (true)
        {
            var at = Current.At;
            if (Accept("CROSS", "JOIN")) left = new Join(at, JoinKind.Cross, left, AliasedPrimary());
            else if (Accept("NATURAL")) left = new Join(at, Kind(), left, AliasedPrimary()) { Natural = true };
            else if (At("JOIN") || At("INNER") || At("LEFT") || At("RIGHT") || At("FULL")) left = Criteria(new(at, Kind(), left, Relation()));
            else return left;
        }
    }

    private Join Criteria(Join join)
    {
        if (Accept("ON")) return join with { On = Expression() };
        if (Accept("USING")) return join with { Using = Parenthesised(NamedAt) };
        throw Unexpected("'CROSS', 'JOIN', 'ON', 'USING'");
    }

    private JoinKind Kind()
    {
        var kind = JoinKind.Inner;
        if (Accept("LEFT")) kind = JoinKind.Left;
        else if (Accept("RIGHT")) kind = JoinKind.Right;
        else if (Accept("FULL")) kind = JoinKind.Full;
        else Accept("INNER");
        if (kind != JoinKind.Inner) Accept("OUTER");
        Expect("JOIN");
        return kind;
    }

    private Relation AliasedPrimary()
    {
        var relation = PrimaryRelation();
        if (At("TABLESAMPLE") || At("MATCH_RECOGNIZE", "("))
            throw SqlException.NotSupported(Current.At, $"{Current.Text.ToUpperInvariant()} is not supported");
        if (!Accept("AS") && !AtAlias) return relation;
        return new AliasedRelation(relation.At, relation, Name(), At("(") ? Parenthesised(Name) : []);
    }

    private Relation PrimaryRelation()
    {
        var at = Current.At;
        if (Accept("UNNEST"))
        {
            var collections = Parenthesised(Expression);
            return new UnnestRelation(at, collections, Accept("WITH", "ORDINALITY"));
        }

        if (Accept("LATERAL", "(")) return new LateralRelation(at, Closed(Query()));
        if (At("TABLE", "(") || At("JSON_TABLE")) throw SqlException.NotSupported(at, "Table functions are not supported");
        if (!At("(")) return Table(at);

        // A parenthesis opens a query or a relation, and both may open with more of them.
        var start = index;
        Take();
        if (At("SELECT") || At("WITH") || At("VALUES") || At("TABLE")) return new SubqueryRelation(at, Closed(Query()));
        if (!At("(")) return Closed(Relation());
        try
        {
            return Closed(Nested(Relation));
        }
        catch (SqlException)
        {
            index = start + 1;
            return new SubqueryRelation(at, Closed(Query()));
        }
    }

    private TableReference Table(Position at)
    {
        var parts = QualifiedName();
        if (At("(")) throw SqlException.NotSupported(at, $"Table function '{string.Join('.', parts)}' not registered");
        if (At("FOR", "TIMESTAMP") || At("FOR", "VERSION")) throw SqlException.NotSupported(Current.At, "Time travel is not supported by this table format");
        return new(at, parts);
    }

    private T Closed<T>(T inner)
    {
        Expect(")");
        return inner;
    }
}
