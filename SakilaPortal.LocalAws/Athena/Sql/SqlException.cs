namespace SakilaPortal.LocalAws.Athena.Sql;

/// <summary>Where a piece of the query's text begins; line and column count from one.</summary>
internal readonly record struct Position(int Line, int Column)
{
    public override string ToString() => $"line {Line}:{Column}";
}

/// <summary>A query that Athena would refuse, in Athena's words: <c>CODE: line 1:8: text</c>.</summary>
internal sealed class SqlException(string code, Position at, string text) : Exception($"{code}: {at}: {text}")
{
    public string Code { get; } = code;

    /// <summary>Trino reports what it cannot parse without a code, before a query execution exists.</summary>
    public string Detail { get; } = $"{at}: {text}";

    public static SqlException Syntax(Position at, string text) => new("SYNTAX_ERROR", at, text);

    public static SqlException TypeMismatch(Position at, string text) => new("TYPE_MISMATCH", at, text);

    public static SqlException NotSupported(Position at, string text) => new("NOT_SUPPORTED", at, text);
}
