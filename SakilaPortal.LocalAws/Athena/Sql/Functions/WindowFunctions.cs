using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/window.html.</summary>
internal static class WindowFunctions
{
    public static IEnumerable<Function> All =>
    [
        Window("row_number() bigint", "@row_number()"),
        Window("rank() bigint", "@rank()"),
        Window("dense_rank() bigint", "@dense_rank()"),
        Window("percent_rank() double", "@percent_rank()"),
        Window("cume_dist() double", "@cume_dist()"),
        Window("ntile(bigint) bigint", "@ntile({0})"),
        Window("lag(T) T", "@lag({0})"),
        Window("lag(T, bigint) T", "@lag({0}, {1})"),
        Window("lag(T, bigint, T) T", "@lag({0}, {1}, {2})"),
        Window("lead(T) T", "@lead({0})"),
        Window("lead(T, bigint) T", "@lead({0}, {1})"),
        Window("lead(T, bigint, T) T", "@lead({0}, {1}, {2})"),
        Window("first_value(T) T", "@first_value({0})"),
        Window("last_value(T) T", "@last_value({0})"),
        Window("nth_value(T, bigint) T", "@nth_value({0}, {1})"),
    ];
}
