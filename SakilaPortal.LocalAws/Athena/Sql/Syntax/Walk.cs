namespace SakilaPortal.LocalAws.Athena.Sql.Syntax;

internal static class Walk
{
    /// <summary>The expressions directly below this one; what stands in a query within it is not looked at.</summary>
    public static IEnumerable<Expression> Children(this Expression expression) => expression switch
    {
        Dereference node => [node.Base],
        Subscript node => [node.Base, node.Index],
        Negation node => [node.Operand],
        Arithmetic node => [node.Left, node.Right],
        Concatenation node => [node.Left, node.Right],
        AtTimeZone node => [node.Value, node.Zone],
        ArrayConstructor node => node.Elements,
        RowConstructor node => node.Fields,
        Lambda node => [node.Body],
        Cast node => [node.Operand],
        Extract node => [node.Source],
        Case node => Present([node.Operand, .. node.Whens.SelectMany(when => new[] { when.Condition, when.Result }), node.Else]),
        And node => [node.Left, node.Right],
        Or node => [node.Left, node.Right],
        Not node => [node.Operand],
        Comparison node => [node.Left, node.Right],
        QuantifiedComparison node => [node.Left],
        IsNull node => [node.Operand],
        IsDistinctFrom node => [node.Left, node.Right],
        Between node => [node.Value, node.Low, node.High],
        InList node => [node.Value, .. node.Items],
        InQuery node => [node.Value],
        Like node => Present([node.Value, node.Pattern, node.Escape]),
        FunctionCall node => Present([.. node.Arguments, .. node.OrderBy.Select(item => item.Key), node.Filter, .. Parts(node.Over)]),
        Grouping node => node.Columns,
        _ => [],
    };

    public static IEnumerable<Expression> SelfAndDescendants(this Expression expression) =>
        expression.Children().SelectMany(SelfAndDescendants).Prepend(expression);

    public static bool HoldsQuery(this Expression expression) =>
        expression.SelfAndDescendants().Any(node => node is ScalarQuery or InQuery or Exists or QuantifiedComparison);

    public static IEnumerable<Expression> Conjuncts(this Expression expression) =>
        expression is And and ? and.Left.Conjuncts().Concat(and.Right.Conjuncts()) : [expression];

    private static IEnumerable<Expression> Parts(Window? window) =>
        window is null ? [] : [.. window.PartitionBy, .. window.OrderBy.Select(item => item.Key)];

    private static IEnumerable<Expression> Present(IEnumerable<Expression?> expressions) => expressions.OfType<Expression>();
}
