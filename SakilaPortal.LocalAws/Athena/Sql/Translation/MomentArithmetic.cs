using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Syntax.ArithmeticOperator;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Dates, times and intervals (https://trino.io/docs/current/functions/datetime.html#date-and-time-operators).</summary>
internal static class MomentArithmetic
{
    public static Typed? Write(ArithmeticOperator operation, Typed left, Typed right)
    {
        if (operation == Add && Coercion.IsInterval(left.Type) && !Coercion.IsInterval(right.Type)) (left, right) = (right, left);
        var sign = NumberArithmetic.Sign(operation);
        return (left.Type, right.Type) switch
        {
            _ when operation is Add or Subtract && Coercion.IsInterval(right.Type) => Shifted(left, sign, right),
            _ when operation == Subtract && IsMoment(left.Type) && Coercion.Common(left.Type, right.Type) is { } common => Difference(left, right, common),
            _ when operation is Multiply or Divide && Coercion.IsInterval(left.Type) && Coercion.IsNumeric(right.Type) => Scaled(left, sign, right),
            _ when operation == Multiply && Coercion.IsInterval(right.Type) && Coercion.IsNumeric(left.Type) => Scaled(right, sign, left),
            _ => null,
        };
    }

    private static Typed? Shifted(Typed moment, string sign, Typed interval) => moment.Type switch
    {
        ScalarType { Scalar: "date" } when interval.Type == SqlType.YearInterval => new(Duck.Cast($"({moment.Sql} {sign} {interval.Sql})", SqlType.Date), SqlType.Date),
        ScalarType { Scalar: "date" } => new($"date_plus_days({moment.Sql}, {(sign == "-" ? "-" : "")}{interval.Sql})", SqlType.Date),
        TimestampType or TimeType => new($"({moment.Sql} {sign} {interval.Sql})", moment.Type),
        ZonedTimestampType when interval.Type == SqlType.DayInterval => new(Duck.Zoned($"({moment.Sql}).u {sign} {interval.Sql}", $"({moment.Sql}).z"), moment.Type),
        ZonedTimestampType => new($"zoned_at({Duck.LocalTime(moment.Sql)} {sign} {interval.Sql}, ({moment.Sql}).z)", moment.Type),
        _ when moment.Type == interval.Type => new($"({moment.Sql} {sign} {interval.Sql})", interval.Type),
        _ => null,
    };

    private static bool IsMoment(SqlType type) => type == SqlType.Date || type is TimestampType or ZonedTimestampType or TimeType;

    private static Typed Difference(Typed left, Typed right, SqlType common)
    {
        string Point(Typed value) => common is ZonedTimestampType ? $"({Casts.Implicit(value, common)}).u" : Casts.Implicit(value, common);
        var micros = common == SqlType.Date
            ? $"({Point(left)} - {Point(right)}) * 86400000000"
            : common is TimeType
                ? $"epoch_us(DATE '1970-01-01' + {Point(left)}) - epoch_us(DATE '1970-01-01' + {Point(right)})"
                : $"epoch_us({Point(left)}) - epoch_us({Point(right)})";
        return new($"to_microseconds({micros})", SqlType.DayInterval);
    }

    private static Typed Scaled(Typed interval, string sign, Typed number)
    {
        var factor = Casts.Implicit(number, SqlType.Double);
        return interval.Type == SqlType.YearInterval
            ? new($"to_months(CAST(months_of({interval.Sql}) {sign} {factor} AS INTEGER))", interval.Type)
            : new($"to_milliseconds(CAST(milliseconds_of({interval.Sql}) {sign} {factor} AS BIGINT))", interval.Type);
    }
}
