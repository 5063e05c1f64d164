using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    /// <summary>Collections become rows side by side; the shorter ones end in nulls (https://trino.io/docs/current/sql/select.html#unnest).</summary>
    private TranslatedRelation Unnest(UnnestRelation unnest, Scope? outer)
    {
        var alias = NextRelation();
        var context = new ExpressionContext(outer ?? Scope.Empty, "UNNEST");
        List<string> columns = [], lengths = [];
        List<Field> fields = [];
        string Column(string list)
        {
            columns.Add($"unnest({list}) AS c{columns.Count}");
            return $"{alias}.c{columns.Count - 1}";
        }

        foreach (var collection in unnest.Collections)
        {
            var value = Write(collection, context);
            lengths.Add(value.Type is MapType ? $"cardinality({value.Sql})" : $"len({value.Sql})");
            switch (value.Type)
            {
                case ArrayType { Element: RowType row }:
                    var whole = Column(value.Sql);
                    fields.AddRange(row.Fields.Select((field, i) => new Field(field.Name, field.Type, $"{whole}.{RowType.DuckField(i)}")));
                    break;
                case ArrayType array:
                    fields.Add(new(null, array.Element, Column(value.Sql)));
                    break;
                case MapType map:
                    fields.Add(new(null, map.Key, Column($"map_keys({value.Sql})")));
                    fields.Add(new(null, map.Value, Column($"map_values({value.Sql})")));
                    break;
                default:
                    throw SqlException.TypeMismatch(collection.At, $"Cannot unnest type: {value.Type}");
            }
        }

        if (unnest.WithOrdinality)
        {
            var longest = $"greatest({string.Join(", ", lengths.Select(length => $"COALESCE({length}, 0)"))})";
            fields.Add(new(null, SqlType.BigInt, Column($"CAST(range(1, {longest} + 1) AS BIGINT[])")));
        }

        return new($"LATERAL (SELECT {string.Join(", ", columns)}) AS {alias}", fields, []);
    }
}
