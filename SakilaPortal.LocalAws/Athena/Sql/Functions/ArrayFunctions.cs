using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/array.html and https://trino.io/docs/current/functions/lambda.html.</summary>
internal static class ArrayFunctions
{
    public static IEnumerable<Function> All =>
    [
        Scalar("cardinality(array(T)) bigint", "CAST(len({0}) AS BIGINT)"),
        Scalar("element_at(array(T), bigint) T", "(CASE WHEN {1} = 0 THEN {!INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1} ELSE ({0})[{1}] END)"),
        Scalar("contains(array(T), T) boolean", "list_contains({0}, {1})"),
        Scalar("array_position(array(T), T) bigint", "CAST(COALESCE(list_position({0}, {1}), 0) AS BIGINT)"),
        Scalar("array_distinct(array(T)) array(T)", "distinct_in_order({0})"),
        Scalar("array_union(array(T), array(T)) array(T)", "distinct_in_order(list_concat({0}, {1}))"),
        Scalar("array_intersect(array(T), array(T)) array(T)", "distinct_in_order(list_filter({0}, lambda p: list_contains({1}, p)))"),
        Scalar("array_except(array(T), array(T)) array(T)", "distinct_in_order(list_filter({0}, lambda p: NOT list_contains({1}, p)))"),
        Scalar("arrays_overlap(array(T), array(T)) boolean", "list_has_any({0}, {1})"),
        Scalar("array_join(array(T), varchar) varchar", "array_to_string(list_filter(CAST({0} AS VARCHAR[]), lambda p: p IS NOT NULL), {1})"),
        Scalar("array_join(array(T), varchar, varchar) varchar", "array_to_string(list_transform(CAST({0} AS VARCHAR[]), lambda p: COALESCE(p, {2})), {1})"),
        Scalar("array_max(array(T)) T", "(CASE WHEN len(list_filter({0}, lambda p: p IS NULL)) > 0 THEN NULL ELSE list_max({0}) END)"),
        Scalar("array_min(array(T)) T", "(CASE WHEN len(list_filter({0}, lambda p: p IS NULL)) > 0 THEN NULL ELSE list_min({0}) END)"),
        Scalar("array_remove(array(T), T) array(T)", "list_filter({0}, lambda p: p IS DISTINCT FROM {1})"),
        Scalar("array_sort(array(T)) array(T)", "list_sort({0}, 'ASC', 'NULLS LAST')"),
        Scalar("array_first(array(T)) T", "({0})[1]"),
        Scalar("array_last(array(T)) T", "({0})[-1]"),
        Scalar("concat(array(T), array(T)...) array(T)", "flatten([{*}])"),
        Scalar("flatten(array(array(T))) array(T)", "flatten({0})"),
        Scalar("repeat(T, bigint) array(T)", "list_transform(range(repeat_count({1})), lambda p: {0})"),
        Scalar("reverse(array(T)) array(T)", "list_reverse({0})"),
        Scalar("shuffle(array(T)) array(T)", "list_transform(list_sort(list_transform({0}, lambda p: struct_pack(k := random(), v := p))), lambda p: p.v)"),
        Scalar("slice(array(T), bigint, bigint) array(T)", "slice_of({0}, {1}, {2})"),
        Scalar("trim_array(array(T), bigint) array(T)", "({0})[1:len({0}) - {1}]"),
        Scalar("sequence(bigint, bigint) array(bigint)", "sequence_of({0}, {1}, CASE WHEN {0} <= {1} THEN 1 ELSE -1 END)"),
        Scalar("sequence(bigint, bigint, bigint) array(bigint)", "sequence_of({0}, {1}, {2})"),
        Scalar("sequence(date, date) array(date)", Dates("sequence_by_time", "CASE WHEN {0} <= {1} THEN INTERVAL 1 DAY ELSE INTERVAL (-1) DAY END")),
        Scalar("sequence(date, date, interval-day) array(date)", Dates("sequence_by_time", "{2}")),
        Scalar("sequence(date, date, interval-year) array(date)", Dates("sequence_by_months", "{2}")),
        Scalar("sequence(timestamp, timestamp, interval-day) array(timestamp)", "sequence_by_time({0}, {1}, {2})"),
        Scalar("sequence(timestamp, timestamp, interval-year) array(timestamp)", "sequence_by_months({0}, {1}, {2})"),
        Scalar("zip(array(T), array(U)) array(row(T, U))", "list_transform(list_zip({0}, {1}), lambda p: struct_pack(f0 := p[1], f1 := p[2]))"),
        Scalar("transform(array(T), function(T, U)) array(U)", "list_transform({0}, {1})"),
        Scalar("filter(array(T), function(T, boolean)) array(T)", "list_filter({0}, {1})"),
        Scalar("any_match(array(T), function(T, boolean)) boolean", "COALESCE(list_bool_or(list_transform({0}, {1})), FALSE)"),
        Scalar("all_match(array(T), function(T, boolean)) boolean", "COALESCE(list_bool_and(list_transform({0}, {1})), TRUE)"),
        Scalar("none_match(array(T), function(T, boolean)) boolean", "NOT COALESCE(list_bool_or(list_transform({0}, {1})), FALSE)"),
        Scalar("reduce(array(T), S, function(S, T, S), function(S, R)) R", "list_transform([list_reduce({0}, {2}, {1})], {3})[1]"),
    ];

    private static string Dates(string sequence, string step) => $"CAST({sequence}(CAST({{0}} AS TIMESTAMP), CAST({{1}} AS TIMESTAMP), {step}) AS DATE[])";
}
