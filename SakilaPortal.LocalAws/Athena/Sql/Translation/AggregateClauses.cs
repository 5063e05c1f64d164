namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>What a call of an aggregate or window function carries besides its arguments, as DuckDB's SQL.</summary>
internal sealed record AggregateClauses(bool Distinct = false, string OrderBy = "", bool IgnoreNulls = false, string Filter = "", string Over = "")
{
    public static AggregateClauses None { get; } = new();

    public string Apply(string function, string arguments) =>
        $"{function}({(Distinct ? "DISTINCT " : "")}{arguments}{(IgnoreNulls ? " IGNORE NULLS" : "")}{OrderBy}){Filter}{Over}";
}
