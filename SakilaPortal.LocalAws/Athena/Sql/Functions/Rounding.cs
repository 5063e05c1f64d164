using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>Halves go away from zero; a decimal keeps its scale when places are given and loses it otherwise.</summary>
internal static class Rounding
{
    public static IEnumerable<Function> All =>
    [
        Scalar("ceil(double) double", "ceil({0})"),
        Scalar("ceil(I) I", "{0}"),
        Scalar("ceil(decimal) decimal", call => Whole(call, "ceil", carry: true)),
        Scalar("ceiling(double) double", "ceil({0})"),
        Scalar("ceiling(I) I", "{0}"),
        Scalar("ceiling(decimal) decimal", call => Whole(call, "ceil", carry: true)),
        Scalar("floor(double) double", "floor({0})"),
        Scalar("floor(I) I", "{0}"),
        Scalar("floor(decimal) decimal", call => Whole(call, "floor", carry: true)),
        Scalar("round(double) double", "round({0})"),
        Scalar("round(real) real", "round({0})"),
        Scalar("round(I) I", "{0}"),
        Scalar("round(decimal) decimal", call => Whole(call, "round", carry: true)),
        Scalar("round(double, integer) double", "round_places({0}, {1})"),
        Scalar("round(real, integer) real", "CAST(round_places({0}, {1}) AS REAL)"),
        Scalar("round(I, integer) I", IntegerPlaces),
        Scalar("round(decimal, integer) decimal", call => Places(call, "round", 1)),
        Scalar("truncate(double) double", "trunc({0})"),
        Scalar("truncate(real) real", "trunc({0})"),
        Scalar("truncate(decimal) decimal", call => Whole(call, "trunc", carry: false)),
        Scalar("truncate(double, integer) double", "(trunc({0} * pow(10, {1})) / pow(10, {1}))"),
        Scalar("truncate(decimal, integer) decimal", call => Places(call, "trunc", 0)),
    ];

    private static Typed Whole(CallSite call, string function, bool carry)
    {
        var from = (DecimalType)call.Arguments[0].Type;
        var type = new DecimalType(Math.Min(DecimalType.MaxPrecision, Math.Max(1, from.Precision - from.Scale + (carry ? Math.Min(from.Scale, 1) : 0))), 0);
        return new(Duck.Cast($"{function}({call[0]})", type), type);
    }

    /// <summary>Scaled so that the place in question is the first before the point, made whole, and scaled back.</summary>
    private static Typed Places(CallSite call, string function, int carry)
    {
        var from = (DecimalType)call.Arguments[0].Type;
        var type = new DecimalType(Math.Min(DecimalType.MaxPrecision, from.Precision + carry), from.Scale);
        if (!int.TryParse(call.ConstantText(1), out var places)) throw SqlException.NotSupported(call.At, $"The places of {call.Name} must be an integer constant");
        if (places >= from.Scale) return new(Duck.Cast(call[0], type), type);
        var dropped = from.Scale - places;
        var digits = NumberArithmetic.Digits(call[0], from.Scale);
        var unit = NumberArithmetic.Whole(Duck.Power(dropped));
        var kept = function == "round" ? $"divide_rounded({digits}, {unit})" : $"({digits} // {unit})";
        return new(Duck.Cast($"({kept} * {unit} * {Duck.Power(-from.Scale)})", type), type);
    }

    private static Typed IntegerPlaces(CallSite call)
    {
        if (!int.TryParse(call.ConstantText(1), out var places)) throw SqlException.NotSupported(call.At, "The places of round must be an integer constant");
        if (places >= 0) return call.Returns(call[0]);
        var unit = NumberArithmetic.Whole(Duck.Power(-places));
        return call.Returns(Duck.Cast($"(divide_rounded({NumberArithmetic.Whole(call[0])}, {unit}) * {unit})", call.Result));
    }
}
