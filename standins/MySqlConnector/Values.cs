using System.Globalization;
using System.Numerics;
using MySql.Data.Types;

namespace MySqlConnector;

/// <summary>What a column's value is as a .NET value, and what a typed getter makes of it.</summary>
internal static class Values
{
    public static Type Type(Type genuine) =>
        genuine == typeof(MySqlDateTime) ? typeof(DateTime) : genuine == typeof(MySqlGeometry) ? typeof(byte[]) : genuine;

    public static object Normal(object value, MySqlDateTimeKind kind) => value switch
    {
        DateTime moment => DateTime.SpecifyKind(moment, (DateTimeKind)kind),
        MySqlGeometry geometry => geometry.Value,
        _ => value,
    };

    public static T To<T>(object value)
    {
        if (value is T already)
            return already;
        object converted = default(T) switch
        {
            bool => Number<long>(value) != 0,
            byte => Number<byte>(value),
            sbyte => Number<sbyte>(value),
            short => Number<short>(value),
            ushort => Number<ushort>(value),
            int => Number<int>(value),
            uint => Number<uint>(value),
            long => Number<long>(value),
            ulong => Number<ulong>(value),
            float => Number<float>(value),
            double => Number<double>(value),
            decimal => Number<decimal>(value),
            DateTime when value is string text => DateTime.Parse(text, CultureInfo.InvariantCulture),
            DateTimeOffset when value is DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
            DateOnly when value is DateTime moment => DateOnly.FromDateTime(moment),
            TimeOnly when value is TimeSpan time => TimeOnly.FromTimeSpan(time),
            Guid when value is string text => Guid.Parse(text),
            Guid when value is byte[] { Length: 16 } bytes => new Guid(bytes, bigEndian: true),
            char when value is string { Length: > 0 } text => text[0],
            _ when typeof(T) == typeof(Stream) && value is byte[] bytes => new MemoryStream(bytes, writable: false),
            _ when typeof(T) == typeof(TextReader) && value is string text => new StringReader(text),
            _ => throw new InvalidCastException($"Can't convert {value.GetType().Name} to {typeof(T).Name}."),
        };
        return (T)converted;
    }

    public static long Copy<T>(T[] from, long offset, T[]? buffer, int bufferOffset, int length)
    {
        if (buffer is null)
            return from.Length;
        var count = Math.Clamp(from.Length - offset, 0, length);
        Array.Copy(from, offset, buffer, bufferOffset, count);
        return count;
    }

    private static T Number<T>(object value) where T : INumber<T> => value switch
    {
        bool truth => truth ? T.One : T.Zero,
        sbyte number => T.CreateChecked(number),
        byte number => T.CreateChecked(number),
        short number => T.CreateChecked(number),
        ushort number => T.CreateChecked(number),
        int number => T.CreateChecked(number),
        uint number => T.CreateChecked(number),
        long number => T.CreateChecked(number),
        ulong number => T.CreateChecked(number),
        float number => T.CreateChecked(number),
        double number => T.CreateChecked(number),
        decimal number => T.CreateChecked(number),
        _ => throw new InvalidCastException($"Can't convert {value.GetType().Name} to {typeof(T).Name}."),
    };
}
