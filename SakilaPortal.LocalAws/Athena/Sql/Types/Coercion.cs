using static SakilaPortal.LocalAws.Athena.Sql.Types.SqlType;

namespace SakilaPortal.LocalAws.Athena.Sql.Types;

/// <summary>Which type becomes which without being asked to, as Trino's TypeCoercion has it.</summary>
internal static class Coercion
{
    private static readonly SqlType[] Integers = [TinyInt, SmallInt, Integer, BigInt];

    public static bool IsInteger(SqlType type) => Array.IndexOf(Integers, type) >= 0;

    public static bool IsApproximate(SqlType type) => type == Real || type == SqlType.Double;

    public static bool IsNumeric(SqlType type) => IsInteger(type) || IsApproximate(type) || type is DecimalType;

    public static bool IsText(SqlType type) => type is VarcharType or CharType;

    public static bool IsInterval(SqlType type) => type == DayInterval || type == YearInterval;

    /// <summary>An integer's type as a decimal that holds all of it.</summary>
    public static DecimalType AsDecimal(SqlType type) => type as DecimalType ?? Array.IndexOf(Integers, type) switch
    {
        0 => new(3, 0),
        1 => new(5, 0),
        2 => new(10, 0),
        3 => new(19, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Only exact numbers have a decimal type."),
    };

    public static bool Possible(SqlType from, SqlType to) => Common(from, to) == to;

    /// <summary>The least type that both become; null when there is none.</summary>
    public static SqlType? Common(SqlType a, SqlType b)
    {
        if (a == b) return a;
        if (a == Unknown) return b;
        if (b == Unknown) return a;
        if (IsNumeric(a) && IsNumeric(b)) return Numeric(a, b);
        return (a, b) switch
        {
            (VarcharType x, VarcharType y) => new VarcharType(x.Length is null || y.Length is null ? null : Math.Max(x.Length.Value, y.Length.Value)),
            (CharType x, CharType y) => new CharType(Math.Max(x.Length, y.Length)),
            (VarcharType x, CharType y) => x.Length is null ? Varchar : new CharType(Math.Max(x.Length.Value, y.Length)),
            (CharType, VarcharType) => Common(b, a),
            (ArrayType x, ArrayType y) => Common(x.Element, y.Element) is { } element ? new ArrayType(element) : null,
            (MapType x, MapType y) => Common(x.Key, y.Key) is { } key && Common(x.Value, y.Value) is { } value ? new MapType(key, value) : null,
            (RowType x, RowType y) => Rows(x, y),
            _ => Moments(a, b) ?? Moments(b, a),
        };
    }

    private static SqlType Numeric(SqlType a, SqlType b)
    {
        if (IsInteger(a) && IsInteger(b)) return Integers[Math.Max(Array.IndexOf(Integers, a), Array.IndexOf(Integers, b))];
        if (a == SqlType.Double || b == SqlType.Double) return SqlType.Double;
        if (a == Real || b == Real) return Real;
        var (x, y) = (AsDecimal(a), AsDecimal(b));
        var scale = Math.Max(x.Scale, y.Scale);
        return new DecimalType(Math.Min(DecimalType.MaxPrecision, Math.Max(x.Precision - x.Scale, y.Precision - y.Scale) + scale), scale);
    }

    private static SqlType? Moments(SqlType a, SqlType b) => (a, b) switch
    {
        (TimestampType x, TimestampType y) => new TimestampType(Math.Max(x.Precision, y.Precision)),
        (ZonedTimestampType x, ZonedTimestampType y) => new ZonedTimestampType(Math.Max(x.Precision, y.Precision)),
        (TimestampType x, ZonedTimestampType y) => new ZonedTimestampType(Math.Max(x.Precision, y.Precision)),
        (TimeType x, TimeType y) => new TimeType(Math.Max(x.Precision, y.Precision)),
        (_, TimestampType or ZonedTimestampType) when a == Date => b,
        _ => null,
    };

    private static RowType? Rows(RowType a, RowType b)
    {
        if (a.Fields.Count != b.Fields.Count) return null;
        List<RowField> fields = [];
        foreach (var (x, y) in a.Fields.Zip(b.Fields))
        {
            if (Common(x.Type, y.Type) is not { } type) return null;
            fields.Add(new(x.Name == y.Name ? x.Name : null, type));
        }

        return new(fields);
    }
}
