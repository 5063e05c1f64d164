using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    /// <summary>An expression that must be true or false.</summary>
    private string Condition(Expression expression, ExpressionContext context)
    {
        var value = Write(expression, context);
        return value.Type == SqlType.Boolean || value.Type == SqlType.Unknown
            ? Coerce(value, SqlType.Boolean)
            : throw SqlException.TypeMismatch(expression.At, $"{context.Clause} must evaluate to a boolean: actual type {value.Type}");
    }

    /// <summary>A condition on all rows, of which the parts on partition keys alone are noted at their scans.</summary>
    private string Where(Expression where, ExpressionContext context, TranslatedRelation from) =>
        string.Join(" AND ", where.Conjuncts().Select(conjunct =>
        {
            var (sql, used) = Watch(() => Condition(conjunct, context));
            reads.UnionWith(used);
            var scans = used.Select(read => read.Scan).Distinct().ToList();
            if (scans.Count == 1 && from.Filterable.Contains(scans[0]) && !conjunct.HoldsQuery() && used.All(IsPartitionKey) && Direct(conjunct, from))
                scans[0].PartitionConditions.Add(sql);
            return sql;
        }));

    private static bool IsPartitionKey(ScanColumn read) =>
        read.Scan.Table.Columns.Any(column => column.IsPartitionKey && column.Name == read.Column);

    /// <summary>Whether every name in the condition is one of the tables' own columns, not one that a subquery made of them.</summary>
    private static bool Direct(Expression condition, TranslatedRelation from) =>
        condition.SelfAndDescendants().OfType<Identifier>().All(name =>
            from.Fields.Where(field => field.Answers(name.Name)).All(field => field.IsStored));

    private string Predicate(Expression predicate, ExpressionContext context) => predicate switch
    {
        And and => $"({Logical(and.Left, context)} AND {Logical(and.Right, context)})",
        Or or => $"({Logical(or.Left, context)} OR {Logical(or.Right, context)})",
        Not not => $"(NOT {Logical(not.Operand, context)})",
        Comparison comparison => Compared(comparison.Operator, Write(comparison.Left, context), Write(comparison.Right, context), comparison.At),
        IsNull isNull => $"({Write(isNull.Operand, context).Sql} IS NULL)",
        IsDistinctFrom distinct => Distinct(distinct, context),
        Between between => Within(between, context),
        InList list => InItems(list, context),
        InQuery query => In(query, context),
        QuantifiedComparison quantified => Quantified(quantified, context),
        Exists exists => $"EXISTS ({Subquery(exists.Query, context).Sql})",
        Like like => Matching(like, context),
        _ => throw new NotSupportedException($"There is no translation for {predicate.GetType().Name}."),
    };

    private string Logical(Expression operand, ExpressionContext context)
    {
        var value = Write(operand, context);
        return value.Type == SqlType.Boolean || value.Type == SqlType.Unknown
            ? Coerce(value, SqlType.Boolean)
            : throw SqlException.TypeMismatch(operand.At, $"Logical expression term must evaluate to a boolean (actual: {value.Type})");
    }

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=", ComparisonOperator.NotEqual => "<>", ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=", ComparisonOperator.Greater => ">", _ => ">=",
    };

    private static string Compared(ComparisonOperator comparison, Typed left, Typed right, Position at)
    {
        var (a, b) = Comparable(left, right, Sign(comparison), at);
        return $"({a} {Sign(comparison)} {b})";
    }

    private static (string Left, string Right) Comparable(Typed left, Typed right, string sign, Position at)
    {
        var type = Coercion.Common(left.Type, right.Type);
        if (type is null || (type is MapType or ScalarType { Scalar: "json" } && sign is not ("=" or "<>")))
            throw SqlException.TypeMismatch(at, $"Cannot apply operator: {left.Type} {sign} {right.Type}");
        // Text of fixed length is compared without its padding, also with text of any length.
        if (left.Type is CharType || right.Type is CharType) type = new CharType(1);
        string Side(Typed value) => type is CharType && value.Type != SqlType.Unknown ? $"rtrim({value.Sql}, ' ')" : SortOf(new(Coerce(value, type), type));
        return (Side(left), Side(right));
    }

    private static string SortOf(Typed value) => value.Type is ZonedTimestampType ? $"({value.Sql}).u" : value.Sql;

    private string Distinct(IsDistinctFrom distinct, ExpressionContext context)
    {
        var (a, b) = Comparable(Write(distinct.Left, context), Write(distinct.Right, context), "IS DISTINCT FROM", distinct.At);
        return $"({a} IS DISTINCT FROM {b})";
    }

    private string Within(Between between, ExpressionContext context)
    {
        var value = Write(between.Value, context);
        var low = Compared(ComparisonOperator.GreaterOrEqual, value, Write(between.Low, context), between.At);
        return $"({low} AND {Compared(ComparisonOperator.LessOrEqual, value, Write(between.High, context), between.At)})";
    }

    private string InItems(InList list, ExpressionContext context)
    {
        var value = Write(list.Value, context);
        var items = list.Items.Select(item => Write(item, context)).ToList();
        if (value.Type is CharType || items.Exists(item => item.Type is CharType))
            return $"({string.Join(" OR ", items.Select(item => Compared(ComparisonOperator.Equal, value, item, list.At)))})";
        var type = items.Aggregate(value.Type, (common, item) => Coercion.Common(common, item.Type)
            ?? throw SqlException.TypeMismatch(list.At, $"IN value and list items must be the same type: {common} and {item.Type}"));
        string Side(Typed side) => SortOf(new(Coerce(side, type), type));
        return $"({Side(value)} IN ({string.Join(", ", items.Select(Side))}))";
    }

    private (string Sql, OutputColumn Column) Subquery(Query query, ExpressionContext context)
    {
        var (sql, columns) = Query(query, context.Scope);
        reads.UnionWith(columns.SelectMany(column => column.Reads));
        return (sql, columns[0]);
    }

    private string In(InQuery query, ExpressionContext context)
    {
        var (value, relation) = (Write(query.Value, context), NextRelation());
        var (sql, columns) = Query(query.Query, context.Scope);
        reads.UnionWith(columns.SelectMany(column => column.Reads));
        var rows = columns.Count == 1
            ? new Typed($"{relation}.c0", columns[0].Type)
            : new Typed(Casts.Struct(columns.Select((_, i) => $"{relation}.c{i}")), new RowType([.. columns.Select(column => new RowField(column.Name, column.Type))]));
        var (a, b) = Comparable(value, rows, "IN", query.At);
        return $"({a} IN (SELECT {b} FROM ({sql}) AS {relation}))";
    }

    private string Quantified(QuantifiedComparison quantified, ExpressionContext context)
    {
        var (value, relation) = (Write(quantified.Left, context), NextRelation());
        var (sql, column) = Subquery(quantified.Query, context);
        var (a, b) = Comparable(value, new($"{relation}.c0", column.Type), Sign(quantified.Operator), quantified.At);
        return $"({a} {Sign(quantified.Operator)} {quantified.Quantifier.ToString().ToUpperInvariant()} (SELECT {b} FROM ({sql}) AS {relation}))";
    }

    private string Matching(Like like, ExpressionContext context)
    {
        var (value, pattern) = (Write(like.Value, context), Write(like.Pattern, context));
        foreach (var (side, what) in new[] { (value, "Left"), (pattern, "Pattern") })
            if (!Coercion.IsText(side.Type) && side.Type != SqlType.Unknown)
                throw SqlException.TypeMismatch(like.At, $"{what} side of LIKE expression must evaluate to a varchar (actual: {side.Type})");
        var escape = like.Escape is null ? "" : $" ESCAPE {Coerce(Write(like.Escape, context), SqlType.Varchar)}";
        return $"({Coerce(value, SqlType.Varchar)} LIKE {Coerce(pattern, SqlType.Varchar)}{escape})";
    }
}
