using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/aggregate.html.</summary>
internal static class AggregateFunctions
{
    public static IEnumerable<Function> All =>
    [
        Aggregate("count() bigint", "@count(*)"),
        Aggregate("count(T) bigint", "@count({0})"),
        Aggregate("count_if(boolean) bigint", "CAST(@count_if({0}) AS BIGINT)"),
        Aggregate("approx_distinct(T) bigint", "@approx_count_distinct({0})"),
        Aggregate("approx_distinct(T, double) bigint", "@approx_count_distinct({0})"),
        Aggregate("sum(bigint) bigint", "CAST(@sum({0}) AS BIGINT)"),
        Aggregate("sum(double) double", Steady("sum", "fsum")),
        Aggregate("sum(real) real", "CAST(@sum({0}) AS REAL)"),
        Aggregate("sum(decimal) decimal", call => Total(call)),
        Aggregate("sum(interval-day) interval-day", "@sum({0})"),
        Aggregate("sum(interval-year) interval-year", "@sum({0})"),
        Aggregate("avg(bigint) double", "@avg({0})"),
        Aggregate("avg(double) double", Steady("avg", "favg")),
        Aggregate("avg(real) real", "CAST(@avg({0}) AS REAL)"),
        Aggregate("avg(decimal) decimal", Mean),
        Aggregate("avg(interval-day) interval-day", "to_microseconds(CAST(@avg(microseconds_of({0})) AS BIGINT))"),
        Aggregate("min(T) T", "@min({0})"),
        Aggregate("max(T) T", "@max({0})"),
        Aggregate("min(T, bigint) array(T)", "@min({0}, {1})"),
        Aggregate("max(T, bigint) array(T)", "@max({0}, {1})"),
        Aggregate("min_by(T, U) T", "@arg_min_null({0}, {1})"),
        Aggregate("max_by(T, U) T", "@arg_max_null({0}, {1})"),
        Aggregate("min_by(T, U, bigint) array(T)", "@arg_min({0}, {1}, {2})"),
        Aggregate("max_by(T, U, bigint) array(T)", "@arg_max({0}, {1}, {2})"),
        Aggregate("arbitrary(T) T", "@any_value({0})"),
        Aggregate("any_value(T) T", "@any_value({0})"),
        Aggregate("array_agg(T) array(T)", "@list({0})"),
        Aggregate("listagg(varchar, varchar) varchar", "@string_agg({0}, {1})"),
        Aggregate("map_agg(K, V) map(K, V)", "map_of_pairs(@list(struct_pack(k := {0}, v := {1})))"),
        Aggregate("histogram(T) map(T, bigint)", "map_of_counts(@histogram({0}))"),
        Aggregate("bool_and(boolean) boolean", "@bool_and({0})"),
        Aggregate("every(boolean) boolean", "@bool_and({0})"),
        Aggregate("bool_or(boolean) boolean", "@bool_or({0})"),
        Aggregate("bitwise_and_agg(bigint) bigint", "@bit_and({0})"),
        Aggregate("bitwise_or_agg(bigint) bigint", "@bit_or({0})"),
        Aggregate("bitwise_xor_agg(bigint) bigint", "@bit_xor({0})"),
        Aggregate("geometric_mean(double) double", "exp(@avg(ln_of({0})))"),
        Aggregate("stddev(double) double", "@stddev_samp({0})"),
        Aggregate("stddev_samp(double) double", "@stddev_samp({0})"),
        Aggregate("stddev_pop(double) double", "@stddev_pop({0})"),
        Aggregate("variance(double) double", "@var_samp({0})"),
        Aggregate("var_samp(double) double", "@var_samp({0})"),
        Aggregate("var_pop(double) double", "@var_pop({0})"),
        Aggregate("corr(double, double) double", "@corr({0}, {1})"),
        Aggregate("covar_pop(double, double) double", "@covar_pop({0}, {1})"),
        Aggregate("covar_samp(double, double) double", "@covar_samp({0}, {1})"),
        Aggregate("regr_slope(double, double) double", "@regr_slope({0}, {1})"),
        Aggregate("regr_intercept(double, double) double", "@regr_intercept({0}, {1})"),
        Aggregate("approx_percentile(T, double) T", call => Percentile(call)),
        Aggregate("approx_percentile(T, array(double)) array(T)", call => Percentile(call)),
    ];

    /// <summary>Floating sums depend on the order of their terms, which threads change from run to run; compensated ones do so much less. They know no infinity.</summary>
    private static string Steady(string plain, string compensated) => $"CASE WHEN isfinite(@{plain}({{0}})) THEN @{compensated}({{0}}) ELSE @{plain}({{0}}) END";

    private static Typed Total(CallSite call)
    {
        var type = new DecimalType(DecimalType.MaxPrecision, ((DecimalType)call.Arguments[0].Type).Scale);
        return new(Duck.Cast(call.Clauses.Apply("sum", call[0]), type), type);
    }

    /// <summary>The mean of decimals is a decimal of their own scale, rounded half up.</summary>
    private static Typed Mean(CallSite call)
    {
        var type = (DecimalType)call.Arguments[0].Type;
        var (sum, count) = (call.Clauses.Apply("sum", call[0]), call.Clauses.Apply("count", call[0]));
        return new(NumberArithmetic.Quotient(sum, new(DecimalType.MaxPrecision, type.Scale), $"nullif({count}, 0)", new(19, 0), type), type);
    }

    /// <summary>Trino estimates; the exact value is within any estimate's error.</summary>
    private static Typed Percentile(CallSite call) => call.Returns(call.Clauses.Apply("quantile_disc", $"{call[0]}, {call[1]}"));
}
