using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/map.html.</summary>
internal static class MapFunctions
{
    public static IEnumerable<Function> All =>
    [
        Scalar("map(array(K), array(V)) map(K, V)", "map({0}, {1})"),
        Scalar("map_from_entries(array(row(K, V))) map(K, V)", "map_from_entries({0})"),
        Scalar("map_entries(map(K, V)) array(row(K, V))", "list_transform(map_entries({0}), lambda p: struct_pack(f0 := p.key, f1 := p.value))"),
        Scalar("map_keys(map(K, V)) array(K)", "map_keys({0})"),
        Scalar("map_values(map(K, V)) array(V)", "map_values({0})"),
        Scalar("map_concat(map(K, V), map(K, V)...) map(K, V)", "map_concat({*})"),
        Scalar("cardinality(map(K, V)) bigint", "CAST(cardinality({0}) AS BIGINT)"),
        Scalar("element_at(map(K, V), K) V", "({0})[{1}]"),
        Scalar("map_filter(map(K, V), function(K, V, boolean)) map(K, V)", call => Entries(call, keep: true)),
        Scalar("transform_values(map(K, V), function(K, V, W)) map(K, W)", call => Entries(call, keep: false)),
    ];

    /// <summary>A lambda of two parameters is applied to an entry by reducing its key and value, the only way to bind both.</summary>
    private static Translation.Typed Entries(CallSite call, bool keep)
    {
        var (head, body) = Split(call[1]);
        var (key, value) = (head[0], head[1]);
        string Bound(string expression) => System.Text.RegularExpressions.Regex.Replace(expression, $@"\b({key}|{value})\b", match => match.Value == key ? "entry.key" : "entry.value");
        return call.Returns(keep
            ? $"map_from_entries(list_filter(map_entries({call[0]}), lambda entry: {Bound(body)}))"
            : $"map_from_entries(list_transform(map_entries({call[0]}), lambda entry: struct_pack(k := entry.key, v := {Bound(body)})))");
    }

    private static (string[] Parameters, string Body) Split(string lambda)
    {
        var colon = lambda.IndexOf(':', StringComparison.Ordinal);
        return (lambda["lambda ".Length..colon].Split(", "), lambda[(colon + 1)..].Trim());
    }
}
