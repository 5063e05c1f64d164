using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal sealed partial class Parser
{
    private static readonly string[] Refused =
    [
        "CREATE", "DROP", "ALTER", "INSERT", "UPDATE", "DELETE", "MERGE", "MSCK", "EXPLAIN", "PREPARE", "EXECUTE", "DEALLOCATE",
        "VACUUM", "OPTIMIZE", "TRUNCATE", "CALL", "USE", "SET", "RESET", "GRANT", "REVOKE", "ANALYZE", "REFRESH", "START", "COMMIT",
        "ROLLBACK", "COPY", "ATTACH", "DETACH", "PRAGMA", "INSTALL", "LOAD", "EXPORT", "IMPORT", "CHECKPOINT", "SUMMARIZE", "PIVOT",
    ];

    private Statement Statement()
    {
        var at = Current.At;
        if (At("UNLOAD")) return Unload();
        if (Accept("SHOW")) return Show(at);
        if (Accept("DESCRIBE") || Accept("DESC")) return new ShowStatement(at, ShowKind.Describe, QualifiedName(), null);
        if (At("SELECT") || At("WITH") || At("VALUES") || At("TABLE") || At("(")) return new SelectStatement(at, Query());
        if (Array.Exists(Refused, At))
            throw SqlException.NotSupported(at, $"Queries of this type are not supported: {Current.Text.ToUpperInvariant()}");
        throw Unexpected("'DESCRIBE', 'SELECT', 'SHOW', 'TABLE', 'UNLOAD', 'VALUES', 'WITH', <query>");
    }

    private UnloadStatement Unload()
    {
        var at = Expect("UNLOAD");
        Expect("(");
        var query = Query();
        Expect(")");
        Expect("TO");
        var location = ExpectString();
        Dictionary<string, Expression> properties = new(StringComparer.OrdinalIgnoreCase);
        if (!Accept("WITH")) return new(at, query, location, properties);
        foreach (var (name, value) in Parenthesised(Property)) properties[name] = value;
        return new(at, query, location, properties);
    }

    private (string Name, Expression Value) Property()
    {
        var name = Name();
        Expect("=");
        return (name, Expression());
    }

    private ShowStatement Show(Position at)
    {
        if (Accept("DATABASES") || Accept("SCHEMAS")) return new(at, ShowKind.Databases, [], Pattern());
        if (Accept("TABLES"))
        {
            List<string> database = Accept("IN") || Accept("FROM") ? QualifiedName() : [];
            return new(at, ShowKind.Tables, database, Pattern());
        }

        if (Accept("PARTITIONS")) return new(at, ShowKind.Partitions, QualifiedName(), null);
        if (!Accept("COLUMNS")) throw Unexpected("'COLUMNS', 'DATABASES', 'PARTITIONS', 'SCHEMAS', 'TABLES'");
        if (!Accept("IN")) Expect("FROM");
        var table = QualifiedName();
        return new(at, ShowKind.Columns, Accept("IN") || Accept("FROM") ? [.. QualifiedName(), .. table] : table, null);
    }

    private string? Pattern() => Accept("LIKE") || Current.Kind == TokenKind.String ? ExpectString() : null;
}
