using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private TranslatedRelation Join(Join join, Scope? outer)
    {
        var left = Relation(join.Left, outer);
        var right = Relation(join.Right, Lateral(join.Right) ? new Scope(left.Fields, outer) : outer);
        if (join.Kind is JoinKind.Right or JoinKind.Full && Lateral(join.Right))
            throw SqlException.NotSupported(join.At, $"{join.Kind.ToString().ToUpperInvariant()} JOIN involving UNNEST or LATERAL is not supported");

        List<Scan> filterable = [.. join.Kind is JoinKind.Right or JoinKind.Full ? [] : left.Filterable, .. join.Kind is JoinKind.Left or JoinKind.Full ? [] : right.Filterable];
        var rightSql = join.Right is Join ? $"({right.Sql})" : right.Sql;
        var sql = $"{left.Sql} {join.Kind.ToString().ToUpperInvariant()} JOIN {rightSql}";
        if (join.Kind == JoinKind.Cross) return new(sql, [.. left.Fields, .. right.Fields], filterable);
        if (join.Natural || join.Using is not null) return Shared(join, sql, left, right, filterable);

        List<Field> fields = [.. left.Fields, .. right.Fields];
        var on = Condition(join.On!, new(new(fields, outer), "JOIN clause"));
        return new($"{sql} ON {on}", fields, filterable);
    }

    private static bool Lateral(Relation relation) => relation is LateralRelation or UnnestRelation
        || (relation is AliasedRelation aliased && Lateral(aliased.Relation));

    /// <summary>A join by columns of the same name: each appears once in the result, before all others, and belongs to neither side.</summary>
    private TranslatedRelation Shared(Join join, string sql, TranslatedRelation left, TranslatedRelation right, List<Scan> filterable)
    {
        var names = join.Using ?? [.. left.Fields.Where(field => field.Name is { } name && right.Fields.Any(other => other.Answers(name)))
            .Select(field => new Identifier(join.At, field.Name!))];
        if (names.Count == 0) return new($"{sql} ON TRUE", [.. left.Fields, .. right.Fields], filterable);

        List<string> conditions = [];
        List<Field> shared = [], leftUsed = [], rightUsed = [];
        foreach (var name in names)
        {
            var (x, y) = (Single(name, left.Fields, "left"), Single(name, right.Fields, "right"));
            var type = Coercion.Common(x.Type, y.Type)
                ?? throw SqlException.TypeMismatch(name.At, $"Column types of columns named {name.Name} are different: {x.Type}, {y.Type}");
            var (a, b) = (Coerce(new(x.Sql, x.Type), type), Coerce(new(y.Sql, y.Type), type));
            conditions.Add($"{SortKey(new Typed(a, type), name.At)} = {SortKey(new Typed(b, type), name.At)}");
            shared.Add(new(name.Name, type, $"COALESCE({a}, {b})") { Reads = [.. x.Reads, .. y.Reads] });
            reads.UnionWith([.. x.Reads, .. y.Reads]);
            leftUsed.Add(x);
            rightUsed.Add(y);
        }

        return new($"{sql} ON {string.Join(" AND ", conditions)}", [.. shared, .. left.Fields.Except(leftUsed), .. right.Fields.Except(rightUsed)], filterable);
    }

    private static Field Single(Identifier name, IReadOnlyList<Field> fields, string side)
    {
        var found = fields.Where(field => field.Answers(name.Name)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new SqlException("COLUMN_NOT_FOUND", name.At, $"Column '{name.Name}' is missing from {side} side of join"),
            _ => throw new SqlException("AMBIGUOUS_NAME", name.At, $"Column '{name.Name}' is ambiguous"),
        };
    }
}
