using SakilaPortal.LocalAws.Athena.Sql.Functions;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private sealed record Groups(GroupKeys Keys, string Clause);

    /// <summary>How the rows are grouped; null when they are not.</summary>
    private Groups? Grouped(SelectBody select, IReadOnlyList<SortItem> orderBy, Scope scope)
    {
        if (select.GroupBy is null)
        {
            var outputs = select.Items.OfType<SelectExpression>().Select(item => item.Expression)
                .Concat(orderBy.Select(item => item.Key)).Append(select.Having).OfType<Expression>();
            return select.Having is not null || outputs.Any(Aggregates) ? new(new(new HashSet<string>(), true), "") : null;
        }

        var context = new ExpressionContext(scope, "GROUP BY clause");
        var columnsOnly = true;
        HashSet<string> keys = [];
        string Key(Expression expression)
        {
            var chosen = expression is IntegerLiteral place ? GroupingAt(select, place) : expression;
            var key = Write(chosen, context);
            if (key.Type is MapType) throw SqlException.TypeMismatch(expression.At, $"{key.Type} is not comparable, and therefore cannot be used in GROUP BY");
            columnsOnly &= chosen is Identifier or Dereference;
            keys.Add(key.Sql);
            return key.Sql;
        }

        string Set(IReadOnlyList<Expression> set) => $"({string.Join(", ", set.Select(Key))})";
        var elements = select.GroupBy.Elements.Select(element => element.Kind switch
        {
            GroupingKind.Simple when element.Sets[0].Count != 0 => string.Join(", ", element.Sets[0].Select(Key)),
            GroupingKind.Simple => "()",
            GroupingKind.Rollup => $"ROLLUP ({string.Join(", ", element.Sets.Select(Set))})",
            GroupingKind.Cube => $"CUBE ({string.Join(", ", element.Sets.Select(Set))})",
            _ => $"GROUPING SETS ({string.Join(", ", element.Sets.Select(Set))})",
        }).ToList();
        return new(new(keys, columnsOnly), $" GROUP BY {string.Join(", ", elements)}");
    }

    private static Expression GroupingAt(SelectBody select, IntegerLiteral place)
    {
        if (!int.TryParse(place.Digits, out var number) || number < 1 || number > select.Items.Count)
            throw new SqlException("INVALID_COLUMN_REFERENCE", place.At, $"GROUP BY position {place.Digits} is not in select list");
        var item = select.Items[number - 1] as SelectExpression
            ?? throw SqlException.NotSupported(place.At, "GROUP BY position may not name a column of SELECT *; write the column's name");
        if (Aggregates(item.Expression))
            throw new SqlException("EXPRESSION_NOT_SCALAR", place.At, "GROUP BY clause cannot contain aggregations, window functions or grouping operations");
        return item.Expression;
    }

    private static bool Aggregates(Expression expression) =>
        expression.SelfAndDescendants().Any(node => node is Syntax.Grouping || (node is FunctionCall { Over: null } call && FunctionRegistry.IsAggregate(call.Name)));

    /// <summary>In a grouped query an expression may be a key as a whole: then it is taken as it is.</summary>
    private Typed? AsGroupKey(Expression expression, ExpressionContext context)
    {
        if (context.Groups is not { ColumnsOnly: false } groups || context.InAggregate is not null) return null;
        if (expression is FunctionCall { Over: not null } || expression.HoldsQuery() || Aggregates(expression)) return null;
        var (value, used) = Watch(() => Write(expression, context with { Groups = null }));
        if (!groups.Texts.Contains(value.Sql)) return null;
        reads.UnionWith(used);
        return value;
    }
}
