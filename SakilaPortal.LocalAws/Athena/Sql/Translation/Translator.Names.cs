using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    /// <summary>A dotted name's parts; null when the expression is more than a name.</summary>
    private static string[]? PartsOf(Expression expression) => expression switch
    {
        Identifier identifier => [identifier.Name],
        Dereference { Base: var inner, Field: var field } when PartsOf(inner) is { } parts => [.. parts, field.Name],
        _ => null,
    };

    private Typed Column(Identifier identifier, ExpressionContext context) =>
        Find([identifier.Name], identifier.At, context) ?? throw Unresolved(identifier.At, identifier.Name);

    private Typed Column(Dereference dereference, ExpressionContext context)
    {
        var parts = PartsOf(dereference);
        if (parts is not null && Find(parts, dereference.At, context) is { } column) return column;
        if (parts is not null && !Resolvable(parts[..^1], context)) throw Unresolved(dereference.At, string.Join('.', parts));

        var row = Write(dereference.Base, context);
        var index = row.Type is RowType type
            ? type.Fields.ToList().FindIndex(field => dereference.Field.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase))
            : throw SqlException.TypeMismatch(dereference.At, $"Expression {dereference.Field.Name} is not of type ROW");
        if (index < 0) throw Unresolved(dereference.Field.At, dereference.Field.Name);
        return new($"({row.Sql}).{RowType.DuckField(index)}", type.Fields[index].Type);
    }

    private bool Resolvable(string[] parts, ExpressionContext context)
    {
        for (var length = parts.Length; length > 0; length--)
            if (Watch(() => Find(parts.AsSpan(0, length), default, context with { Groups = null })).Result is not null) return true;
        return false;
    }

    private Typed? Find(ReadOnlySpan<string> parts, Position at, ExpressionContext context)
    {
        var (qualifier, name) = (parts[..^1].ToArray(), parts[^1]);
        if (qualifier.Length == 0 && context.Lambda.FirstOrDefault(parameter => parameter.Answers(name)) is { } parameter)
            return new(parameter.Sql, parameter.Type);
        if (qualifier.Length == 0 && context.InAggregate is null && Output(name, at, context) is { } output) return Used(output);

        for (var scope = context.Scope; scope is not null; scope = scope.Outer)
        {
            var found = scope.Fields.Where(field => field.Answers(name) && field.BelongsTo(qualifier)).ToList();
            if (found.Count > 1) throw new SqlException("AMBIGUOUS_NAME", at, $"Column '{string.Join('.', parts)}' is ambiguous");
            if (found.Count == 0) continue;
            if (scope == context.Scope && context is { Groups: { } groups, InAggregate: null } && !groups.Texts.Contains(found[0].Sql))
                throw new SqlException("EXPRESSION_NOT_AGGREGATE", at, $"'{string.Join('.', parts)}' must be an aggregate expression or appear in GROUP BY clause");
            return Used(found[0]);
        }

        return null;
    }

    private static Field? Output(string name, Position at, ExpressionContext context)
    {
        var found = context.Outputs.Where(field => field.Answers(name)).DistinctBy(field => field.Sql).ToList();
        return found.Count > 1 ? throw new SqlException("AMBIGUOUS_NAME", at, $"Column '{name}' is ambiguous") : found.FirstOrDefault();
    }

    private Typed Used(Field field)
    {
        reads.UnionWith(field.Reads);
        return new(field.Sql, field.Type);
    }

    private static SqlException Unresolved(Position at, string name) => new("COLUMN_NOT_FOUND", at,
        $"Column '{name}' cannot be resolved or requester is not authorized to access requested resources");
}
