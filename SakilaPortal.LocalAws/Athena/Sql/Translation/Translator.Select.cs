using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private (string Sql, IReadOnlyList<OutputColumn> Columns) Select(SelectBody select, IReadOnlyList<SortItem> orderBy, Scope? outer)
    {
        var from = select.From is null ? TranslatedRelation.None : Relation(select.From, outer);
        var scope = new Scope(from.Fields, outer);
        var where = select.Where is null ? "" : $" WHERE {Where(select.Where, new(scope, "WHERE clause"), from)}";
        var groups = Grouped(select, orderBy, scope);

        var inside = new ExpressionContext(scope, "SELECT clause")
        {
            AllowAggregates = true, AllowWindows = true, Groups = groups?.Keys, Windows = select.Windows,
        };
        var items = Items(select, inside);
        if (select.Distinct) reads.UnionWith(items.SelectMany(item => item.Column.Reads));
        var having = select.Having is null ? "" : $" HAVING {Condition(select.Having, inside with { Clause = "HAVING clause", AllowWindows = false })}";

        var sql = $"SELECT {(select.Distinct ? "DISTINCT " : "")}{string.Join(", ", items.Select((item, i) => $"{item.Sql} AS c{i}"))}"
            + $"{from.Clause}{where}{groups?.Clause}{having}{OrderBy(select, items, orderBy, inside)}";
        return (sql, [.. items.Select(item => item.Column)]);
    }

    private List<SelectedItem> Items(SelectBody select, ExpressionContext context)
    {
        List<SelectedItem> items = [];
        foreach (var item in select.Items)
        {
            if (item is SelectAll all) items.AddRange(Expanded(all, context));
            else if (item is SelectExpression single) items.Add(Item(single, context));
        }

        return items;
    }

    private SelectedItem Item(SelectExpression item, ExpressionContext context)
    {
        var (value, used) = Watch(() => Write(item.Expression, context));
        return new(value.Sql, new(item.Alias ?? NameOf(item.Expression), value.Type) { Reads = used });
    }

    private static string? NameOf(Expression expression) => expression switch
    {
        Identifier identifier => identifier.Name,
        Dereference dereference => dereference.Field.Name,
        _ => null,
    };

    private IEnumerable<SelectedItem> Expanded(SelectAll all, ExpressionContext context)
    {
        var qualifier = all.Of is null ? [] : PartsOf(all.Of);
        var fields = qualifier is null ? [] : context.Scope.Fields.Where(field => field.BelongsTo(qualifier)).ToList();
        if (all.Of is null && fields.Count == 0) throw SqlException.Syntax(all.At, "SELECT * not allowed in queries without FROM clause");
        if (fields.Count == 0) fields = RowFields(all, context);
        if (all.Aliases.Count > 0 && all.Aliases.Count != fields.Count)
            throw SqlException.Syntax(all.At, $"Column alias list has {all.Aliases.Count} entries but relation has {fields.Count} columns");
        return fields.Select((field, i) =>
        {
            if (context.Groups is { } groups && !groups.Texts.Contains(field.Sql))
                throw new SqlException("EXPRESSION_NOT_AGGREGATE", all.At, $"Column '{field.Name}' not in GROUP BY clause");
            return new SelectedItem(field.Sql, new(all.Aliases.Count > 0 ? all.Aliases[i] : field.Name, field.Type) { Reads = field.Reads });
        });
    }

    private List<Field> RowFields(SelectAll all, ExpressionContext context)
    {
        var (value, used) = Watch(() => Write(all.Of!, context));
        return value.Type is RowType row
            ? [.. row.Fields.Select((field, i) => new Field(field.Name, field.Type, $"({value.Sql}).{RowType.DuckField(i)}") { Reads = used })]
            : throw SqlException.TypeMismatch(all.At, $"Expression is not of type row: {value.Type}");
    }

    private string OrderBy(SelectBody select, List<SelectedItem> items, IReadOnlyList<SortItem> orderBy, ExpressionContext context)
    {
        if (orderBy.Count == 0) return "";
        // An output column's name goes before a source column's, also within a larger expression.
        var outputs = items.Select(item => new Field(item.Column.Name, item.Column.Type, item.Sql) { Reads = item.Column.Reads }).ToList();
        var named = context with { Clause = "ORDER BY", Outputs = outputs };
        var keys = orderBy.Select(item =>
        {
            var key = item.Key is IntegerLiteral place
                ? SortKey(outputs[Place(place, outputs.Count)])
                : SortKey(Write(item.Key, named), item.At);
            if (select.Distinct && !items.Exists(selected => key == SortKey(new Typed(selected.Sql, selected.Column.Type), item.At)))
                throw new SqlException("EXPRESSION_NOT_IN_DISTINCT", item.At, "For SELECT DISTINCT, ORDER BY expressions must appear in select list");
            return Direction(item, key);
        });
        return $" ORDER BY {string.Join(", ", keys)}";
    }

    private sealed record SelectedItem(string Sql, OutputColumn Column);
}
