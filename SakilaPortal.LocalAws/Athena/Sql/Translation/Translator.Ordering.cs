using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    // Trino puts nulls last in either direction (https://trino.io/docs/current/sql/select.html#order-by-clause).
    private static string Direction(SortItem item, string key) =>
        $"{key} {(item.Descending ? "DESC" : "ASC")} NULLS {(item.NullsFirst ? "FIRST" : "LAST")}";

    private string SortKey(Field field)
    {
        reads.UnionWith(field.Reads);
        return SortKey(new Typed(field.Sql, field.Type), default);
    }

    private static string SortKey(Typed key, Position at) => key.Type switch
    {
        ZonedTimestampType => $"({key.Sql}).u",
        CharType => $"rtrim({key.Sql}, ' ')",
        MapType or ScalarType { Scalar: "json" } => throw SqlException.TypeMismatch(at, $"Type {key.Type} is not orderable, and therefore cannot be used in ORDER BY"),
        _ => key.Sql,
    };

    private static int Place(IntegerLiteral place, int count) =>
        int.TryParse(place.Digits, out var number) && number >= 1 && number <= count
            ? number - 1
            : throw new SqlException("INVALID_COLUMN_REFERENCE", place.At, $"ORDER BY position {place.Digits} is not in select list");

    private string OrderKeys(IReadOnlyList<SortItem> items, ExpressionContext context) =>
        items.Count == 0 ? "" : $" ORDER BY {string.Join(", ", items.Select(item => Direction(item, SortKey(Write(item.Key, context), item.At))))}";
}
