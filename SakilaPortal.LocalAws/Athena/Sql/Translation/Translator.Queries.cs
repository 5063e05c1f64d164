using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private (string Sql, IReadOnlyList<OutputColumn> Columns) Query(Query query, Scope? outer)
    {
        var tables = commonTables;
        try
        {
            var with = query.With.Count == 0 ? "" : $"WITH {string.Join(", ", query.With.Select(named => CommonTable(named, outer)))} ";
            var (sql, columns) = query.Body is SelectBody select
                ? Select(select, query.OrderBy, outer)
                : Ordered(Body(query.Body, outer), query.OrderBy, outer);
            return ($"{with}{sql}{RowOrder.Ties(query, columns, ReferenceEquals(query, ordered))}{Limits(query)}", columns);
        }
        finally
        {
            commonTables = tables;
        }
    }

    private string CommonTable(NamedQuery named, Scope? outer)
    {
        var (sql, columns) = Query(named.Query, outer);
        if (named.Columns.Count > 0 && named.Columns.Count != columns.Count)
            throw SqlException.Syntax(named.At, $"Column alias list has {named.Columns.Count} entries but WITH query '{named.Name}' has {columns.Count} columns");
        if (named.Columns.Count > 0) columns = [.. columns.Zip(named.Columns, (column, name) => column with { Name = name })];
        var table = new CommonTable(named.Name, $"w{++relations}", columns);
        commonTables = new(table, commonTables);
        return $"{table.SqlName} AS ({sql})";
    }

    private string Limits(Query query)
    {
        var offset = query.Offset is null ? "" : $" OFFSET {RowCount(query.Offset, "OFFSET")}";
        return query.Limit is null ? offset : $" LIMIT {RowCount(query.Limit, "LIMIT")}{offset}";
    }

    private long RowCount(Expression count, string clause)
    {
        var value = count is Parameter parameter ? ValueOf(parameter) : count;
        return value is IntegerLiteral literal && long.TryParse(literal.Digits, out var rows)
            ? rows
            : throw SqlException.TypeMismatch(count.At, $"{clause} must be an integer constant");
    }

    private (string Sql, IReadOnlyList<OutputColumn> Columns) Body(QueryBody body, Scope? outer) => body switch
    {
        SelectBody select => Select(select, [], outer),
        NestedQuery nested => Enclosed(Query(nested.Query, outer)),
        ValuesBody values => Values(values, outer),
        SetOperation operation => SetOperation(operation, outer),
        _ => throw new NotSupportedException($"There is no translation for {body.GetType().Name}."),
    };

    private static (string Sql, IReadOnlyList<OutputColumn> Columns) Enclosed((string Sql, IReadOnlyList<OutputColumn> Columns) query) =>
        ($"({query.Sql})", query.Columns);

    private (string Sql, IReadOnlyList<OutputColumn> Columns) SetOperation(SetOperation operation, Scope? outer)
    {
        var (left, leftColumns) = Body(operation.Left, outer);
        var (right, rightColumns) = Body(operation.Right, outer);
        var name = operation.Operator.ToString().ToUpperInvariant();
        if (leftColumns.Count != rightColumns.Count)
            throw SqlException.TypeMismatch(operation.At, $"{name} query has different number of fields: {leftColumns.Count}, {rightColumns.Count}");

        List<OutputColumn> columns = [];
        for (var i = 0; i < leftColumns.Count; i++)
        {
            var (x, y) = (leftColumns[i], rightColumns[i]);
            var type = Coercion.Common(x.Type, y.Type) ?? throw SqlException.TypeMismatch(operation.At,
                $"column {i + 1} in {name} query has incompatible types: {x.Type}, {y.Type}");
            columns.Add(new(x.Name, type) { Reads = [.. x.Reads, .. y.Reads] });
        }

        // Rows are compared whole, unless all are kept.
        if (!operation.All || operation.Operator != SetOperator.Union) reads.UnionWith(columns.SelectMany(column => column.Reads));
        return ($"({Coerced(left, leftColumns, columns)}) {name}{(operation.All ? " ALL" : "")} ({Coerced(right, rightColumns, columns)})", columns);
    }

    private string Coerced(string sql, IReadOnlyList<OutputColumn> from, List<OutputColumn> to)
    {
        if (from.Zip(to).All(pair => pair.First.Type == pair.Second.Type)) return sql;
        var relation = NextRelation();
        var columns = from.Select((column, i) => $"{Coerce(new($"{relation}.c{i}", column.Type), to[i].Type)} AS c{i}");
        return $"SELECT {string.Join(", ", columns)} FROM ({sql}) AS {relation}";
    }

    private (string Sql, IReadOnlyList<OutputColumn> Columns) Values(ValuesBody values, Scope? outer)
    {
        var context = new ExpressionContext(new([], outer), "VALUES");
        var rows = values.Rows.Select(row => (row is RowConstructor fields ? fields.Fields : [row]).Select(field => Write(field, context)).ToArray()).ToList();
        var types = rows[0].Select(field => field.Type).ToArray();
        foreach (var row in rows)
        {
            if (row.Length != types.Length) throw SqlException.Syntax(values.At, $"Values rows have mismatched sizes: {types.Length} vs {row.Length}");
            for (var i = 0; i < row.Length; i++)
                types[i] = Coercion.Common(types[i], row[i].Type)
                    ?? throw SqlException.TypeMismatch(values.At, $"Values rows have mismatched types: {types[i]} vs {row[i].Type}");
        }

        var names = string.Join(", ", types.Select((_, i) => $"c{i}"));
        var tuples = rows.Select(row => $"({string.Join(", ", row.Select((field, i) => Duck.Cast(Coerce(field, types[i]), types[i])))})");
        return ($"SELECT {names} FROM (VALUES {string.Join(", ", tuples)}) AS {NextRelation()}({names})", [.. types.Select(type => new OutputColumn(null, type))]);
    }

    /// <summary>Orders what is no plain SELECT: by its output columns alone.</summary>
    private (string Sql, IReadOnlyList<OutputColumn> Columns) Ordered((string Sql, IReadOnlyList<OutputColumn> Columns) query, IReadOnlyList<SortItem> items, Scope? outer)
    {
        if (items.Count == 0) return query;
        var relation = NextRelation();
        var columns = query.Columns.Select((column, i) => new Field(column.Name, column.Type, $"{relation}.c{i}") { Reads = column.Reads }).ToList();
        var context = new ExpressionContext(new(columns, outer), "ORDER BY");
        var keys = items.Select(item => Direction(item, item.Key is IntegerLiteral place
            ? SortKey(columns[Place(place, columns.Count)])
            : SortKey(Write(item.Key, context), item.At))).ToList();
        var select = string.Join(", ", columns.Select((column, i) => $"{column.Sql} AS c{i}"));
        return ($"SELECT {select} FROM ({query.Sql}) AS {relation} ORDER BY {string.Join(", ", keys)}", query.Columns);
    }
}
