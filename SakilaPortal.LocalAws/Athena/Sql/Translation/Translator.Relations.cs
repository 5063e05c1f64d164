using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>What stands after FROM, with the columns it offers.</summary>
/// <param name="Filterable">The scans of which a condition on all rows may leave partitions out: those that no outer join fills with nulls.</param>
internal sealed record TranslatedRelation(string Sql, IReadOnlyList<Field> Fields, IReadOnlyList<Scan> Filterable)
{
    public static TranslatedRelation None { get; } = new("", [], []);

    public string Clause => Sql.Length == 0 ? "" : $" FROM {Sql}";
}

internal sealed partial class Translator
{
    private TranslatedRelation Relation(Relation relation, Scope? outer) => relation switch
    {
        TableReference table => Table(table),
        AliasedRelation aliased => Aliased(aliased, Relation(aliased.Relation, outer)),
        SubqueryRelation subquery => Derived(Query(subquery.Query, outer), ""),
        LateralRelation lateral => Derived(Query(lateral.Query, outer), "LATERAL "),
        UnnestRelation unnest => Unnest(unnest, outer),
        Join join => Join(join, outer),
        _ => throw new NotSupportedException($"There is no translation for {relation.GetType().Name}."),
    };

    private TranslatedRelation Table(TableReference table)
    {
        if (table.Parts.Count == 1 && commonTables.Find(table.Parts[0]) is { } common) return Common(common);
        if (table.Parts.Count > 3) throw SqlException.Syntax(table.At, $"Too many parts in table name: {string.Join('.', table.Parts)}");
        var name = table.Parts[^1].ToLowerInvariant();
        var database = table.Parts.Count > 1 ? table.Parts[^2].ToLowerInvariant() : session.Database;
        var catalog = table.Parts.Count > 2 ? table.Parts[0].ToLowerInvariant() : session.Catalog;
        if (catalog != session.Catalog) throw new SqlException("CATALOG_NOT_FOUND", table.At, $"Catalog '{catalog}' not found");
        var schema = session.Find(database, name)
            ?? throw new SqlException("TABLE_NOT_FOUND", table.At, $"Table '{catalog}.{database}.{name}' does not exist");

        var scan = new Scan(scans.Count + 1, schema);
        scans.Add(scan);
        var fields = schema.Columns.Select(column => new Field(column.Name, column.Type, $"{scan.Alias}.{Duck.Name(column.Name)}")
        {
            Relation = [catalog, database, name], Reads = [new(scan, column.Name)], IsStored = true,
        });
        return new($"{scan.Name} AS {scan.Alias}", [.. fields], [scan]);
    }

    private TranslatedRelation Common(CommonTable table)
    {
        var alias = NextRelation();
        return new($"{table.SqlName} AS {alias}", Fields(table.Columns, alias, [table.Name]), []);
    }

    private TranslatedRelation Derived((string Sql, IReadOnlyList<OutputColumn> Columns) query, string lateral)
    {
        var alias = NextRelation();
        return new($"{lateral}({query.Sql}) AS {alias}", Fields(query.Columns, alias, []), []);
    }

    private static List<Field> Fields(IReadOnlyList<OutputColumn> columns, string alias, IReadOnlyList<string> relation) =>
        [.. columns.Select((column, i) => new Field(column.Name, column.Type, $"{alias}.c{i}") { Relation = relation, Reads = column.Reads })];

    private static TranslatedRelation Aliased(AliasedRelation aliased, TranslatedRelation relation)
    {
        if (aliased.Columns.Count > 0 && aliased.Columns.Count != relation.Fields.Count)
            throw SqlException.Syntax(aliased.At, $"Column alias list has {aliased.Columns.Count} entries but '{aliased.Alias}' has {relation.Fields.Count} columns available");
        var fields = relation.Fields.Select((field, i) => field with
        {
            Name = aliased.Columns.Count > 0 ? aliased.Columns[i] : field.Name, Relation = [aliased.Alias],
        });
        return relation with { Fields = [.. fields] };
    }
}
