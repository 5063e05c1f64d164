using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/math.html, https://trino.io/docs/current/functions/bitwise.html and comparison.html.</summary>
internal static class MathFunctions
{
    public static IEnumerable<Function> All =>
    [
        Scalar("abs(N) N", "abs({0})"),
        Scalar("sign(double) double", "CAST(sign({0}) AS DOUBLE)"),
        Scalar("sign(bigint) bigint", "CAST(sign({0}) AS BIGINT)"),
        Scalar("sign(integer) integer", "CAST(sign({0}) AS INTEGER)"),
        Scalar("cbrt(double) double", "cube_root({0})"),
        Scalar("sqrt(double) double", "(CASE WHEN {0} < 0 THEN CAST('NaN' AS DOUBLE) ELSE sqrt({0}) END)"),
        Scalar("exp(double) double", "exp({0})"),
        Scalar("ln(double) double", "ln_of({0})"),
        Scalar("log2(double) double", "(ln_of({0}) / ln(2.0))"),
        Scalar("log10(double) double", "(CASE WHEN {0} > 0 THEN log10({0}) ELSE ln_of({0}) END)"),
        Scalar("log(double, double) double", "(ln_of({1}) / ln_of({0}))"),
        Scalar("pow(double, double) double", "pow({0}, {1})"),
        Scalar("power(double, double) double", "pow({0}, {1})"),
        Scalar("mod(I, I) I", "({0} % (CASE WHEN {1} = 0 THEN {!DIVISION_BY_ZERO: Division by zero} ELSE {1} END))"),
        Scalar("mod(double, double) double", "fmod({0}, {1})"),
        Scalar("mod(decimal, decimal) decimal", Modulus),
        Scalar("degrees(double) double", "degrees({0})"),
        Scalar("radians(double) double", "radians({0})"),
        Scalar("e() double", "exp(CAST(1 AS DOUBLE))"),
        Scalar("pi() double", "pi()"),
        Scalar("infinity() double", "CAST('Infinity' AS DOUBLE)"),
        Scalar("nan() double", "CAST('NaN' AS DOUBLE)"),
        Scalar("is_nan(double) boolean", "isnan({0})"),
        Scalar("is_finite(double) boolean", "isfinite({0})"),
        Scalar("is_infinite(double) boolean", "isinf({0})"),
        Scalar("sin(double) double", "sin({0})"),
        Scalar("cos(double) double", "cos({0})"),
        Scalar("tan(double) double", "tan({0})"),
        Scalar("asin(double) double", "(CASE WHEN abs({0}) > 1 THEN CAST('NaN' AS DOUBLE) ELSE asin({0}) END)"),
        Scalar("acos(double) double", "(CASE WHEN abs({0}) > 1 THEN CAST('NaN' AS DOUBLE) ELSE acos({0}) END)"),
        Scalar("atan(double) double", "atan({0})"),
        Scalar("atan2(double, double) double", "atan2({0}, {1})"),
        Scalar("sinh(double) double", "sinh({0})"),
        Scalar("cosh(double) double", "cosh({0})"),
        Scalar("tanh(double) double", "tanh({0})"),
        Scalar("rand() double", "random()"),
        Scalar("random() double", "random()"),
        Scalar("rand(bigint) bigint", "CAST(floor(random() * {0}) AS BIGINT)"),
        Scalar("random(bigint) bigint", "CAST(floor(random() * {0}) AS BIGINT)"),
        Scalar("random(bigint, bigint) bigint", "({0} + CAST(floor(random() * ({1} - {0})) AS BIGINT))"),
        Scalar("width_bucket(double, double, double, bigint) bigint", "bucket_of({0}, {1}, {2}, {3})"),
        Scalar("to_base(bigint, bigint) varchar", "lower((CASE WHEN {0} < 0 THEN '-' ELSE '' END) || to_base(abs({0}), CAST({1} AS INTEGER)))"),
        Scalar("greatest(T...) T", call => Extreme(call, "greatest")),
        Scalar("least(T...) T", call => Extreme(call, "least")),
        Scalar("bitwise_and(bigint, bigint) bigint", "({0} & {1})"),
        Scalar("bitwise_or(bigint, bigint) bigint", "({0} | {1})"),
        Scalar("bitwise_xor(bigint, bigint) bigint", "xor({0}, {1})"),
        Scalar("bitwise_not(bigint) bigint", "(~{0})"),
        Scalar("bit_count(bigint, bigint) bigint", "CAST(bit_count({0}) AS BIGINT)"),
        .. Rounding.All,
    ];

    private static Typed Modulus(CallSite call)
    {
        var (x, y) = ((DecimalType)call.Arguments[0].Type, (DecimalType)call.Arguments[1].Type);
        var scale = Math.Max(x.Scale, y.Scale);
        var type = new DecimalType(Math.Min(DecimalType.MaxPrecision, Math.Min(x.Precision - x.Scale, y.Precision - y.Scale) + scale), scale);
        return new(Duck.Cast($"({call[0]} % (CASE WHEN {call[1]} = 0 THEN {Duck.Fail("DIVISION_BY_ZERO: Division by zero", y)} ELSE {call[1]} END))", type), type);
    }

    /// <summary>Null when any argument is, where DuckDB passes nulls over.</summary>
    private static Typed Extreme(CallSite call, string function)
    {
        var anyNull = string.Join(" OR ", call.Arguments.Select(argument => $"{argument.Sql} IS NULL"));
        return call.Returns($"(CASE WHEN {anyNull} THEN NULL ELSE {function}({string.Join(", ", call.Arguments.Select(argument => argument.Sql))}) END)");
    }
}
