using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>
/// SQL leaves open in which order rows of equal rank come, and Athena makes use of that. Here they come in one order, by the columns from the left,
/// so that the same query over the same files is the same result to the byte.
/// </summary>
internal static class RowOrder
{
    /// <summary>What goes behind the body of a query, and behind its own ORDER BY, to leave nothing open.</summary>
    public static string Ties(Query query, IReadOnlyList<OutputColumn> columns, bool isOutermost)
    {
        var isOrdered = query.OrderBy.Count > 0;
        if (!(isOrdered ? isOutermost || query.Limit is not null : isOutermost && !IsSettled(query, [])))
            return "";
        var places = Enumerable.Range(0, columns.Count).Where(i => IsOrderable(columns[i].Type)).Select(i => $"{i + 1}").ToList();
        return places.Count == 0 ? "" : $"{(isOrdered ? ", " : " ORDER BY ")}{string.Join(", ", places)}";
    }

    // Files are read in their order, so that what only filters and computes keeps it; grouping and joining do not.
    private static bool IsSettled(Query query, IReadOnlyCollection<NamedQuery> outer)
    {
        if (query.OrderBy.Count > 0) return true;
        NamedQuery[] common = [.. query.With, .. outer];
        return query.Body switch
        {
            SelectBody { GroupBy: null, Distinct: false } select => select.From is null || IsSettled(select.From, common),
            NestedQuery or ValuesBody => true,
            _ => false,
        };
    }

    private static bool IsSettled(Relation relation, NamedQuery[] common) => relation switch
    {
        AliasedRelation aliased => IsSettled(aliased.Relation, common),
        SubqueryRelation subquery => IsSettled(subquery.Query, common),
        TableReference { Parts: [var name] } when Array.FindIndex(common, named => named.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is var at and >= 0 =>
            IsSettled(common[at].Query, common[(at + 1)..]),
        TableReference => true,
        _ => false,
    };

    private static bool IsOrderable(SqlType type) => type is not MapType && type is not ScalarType { Scalar: "json" };
}
