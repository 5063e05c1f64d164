namespace SakilaPortal.LocalAws.Athena.Sql.Syntax;

internal abstract record Statement(Position At);

internal sealed record SelectStatement(Position At, Query Query) : Statement(At);

internal sealed record UnloadStatement(Position At, Query Query, string Location, IReadOnlyDictionary<string, Expression> Properties)
    : Statement(At);

internal enum ShowKind { Databases, Tables, Columns, Partitions, Describe }

/// <summary>A look into the catalogue; <paramref name="Name"/> is a database's or a table's, in parts.</summary>
internal sealed record ShowStatement(Position At, ShowKind Kind, IReadOnlyList<string> Name, string? Like) : Statement(At);
