using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>An expression as DuckDB's SQL, with the type that Trino gives it.</summary>
internal sealed record Typed(string Sql, SqlType Type)
{
    /// <summary>The text itself, where the expression is a literal.</summary>
    public string? ConstantText { get; init; }
}
