using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBDate
{
    /// <summary>Days since 1970-01-01.</summary>
    public int Days { get; set; }

    public readonly bool IsInfinity => Days is int.MaxValue or -int.MaxValue;
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDateOnly(int year, byte month, byte day)
{
    public int Year { get; } = year;
    public byte Month { get; } = month;
    public byte Day { get; } = day;

    public static DuckDBDateOnly FromDuckDBDate(DuckDBDate date) => NativeMethods.DateTimeHelpers.FromDate(date);

    public DuckDBDate ToDuckDBDate() => NativeMethods.DateTimeHelpers.ToDate(this);

    public static implicit operator DateOnly(DuckDBDateOnly date) => new(date.Year, date.Month, date.Day);

    public static implicit operator DuckDBDateOnly(DateOnly date) => new(date.Year, (byte)date.Month, (byte)date.Day);
}

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTime
{
    public long Micros { get; set; }
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimeOnly(byte hour, byte min, byte sec, int microsecond)
{
    public byte Hour { get; } = hour;
    public byte Min { get; } = min;
    public byte Sec { get; } = sec;
    public int Microsecond { get; } = microsecond;

    public static implicit operator TimeOnly(DuckDBTimeOnly time) =>
        new TimeOnly(time.Hour, time.Min, time.Sec).Add(TimeSpan.FromMicroseconds(time.Microsecond));

    public static implicit operator DuckDBTimeOnly(TimeOnly time) =>
        new((byte)time.Hour, (byte)time.Minute, (byte)time.Second, (time.Millisecond * 1000) + time.Microsecond);
}

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTzStruct
{
    public ulong Bits { get; set; }
}

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTz
{
    public DuckDBTimeOnly Time { get; set; }

    /// <summary>Seconds east of UTC.</summary>
    public int Offset { get; set; }
}

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimestampStruct
{
    /// <summary>Microseconds since 1970-01-01 00:00.</summary>
    public long Micros { get; set; }

    public readonly bool IsInfinity => Micros is long.MaxValue or -long.MaxValue;
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimestamp(DuckDBDateOnly date, DuckDBTimeOnly time)
{
    public DuckDBDateOnly Date { get; } = date;
    public DuckDBTimeOnly Time { get; } = time;

    public static DuckDBTimestamp FromDuckDBTimestampStruct(DuckDBTimestampStruct timestamp) =>
        NativeMethods.DateTimeHelpers.FromTimestamp(timestamp);

    public DuckDBTimestampStruct ToDuckDBTimestampStruct() => NativeMethods.DateTimeHelpers.ToTimestamp(this);
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBInterval(int months, int days, ulong micros)
{
    public int Months { get; } = months;
    public int Days { get; } = days;
    public ulong Micros { get; } = micros;

    /// <exception cref="InvalidOperationException">A month has no fixed length.</exception>
    public static explicit operator TimeSpan(DuckDBInterval interval) => interval.Months == 0
        ? TimeSpan.FromDays(interval.Days) + TimeSpan.FromMicroseconds((long)interval.Micros)
        : throw new InvalidOperationException("An interval with months has no fixed length; read it as DuckDBInterval.");

    public static implicit operator DuckDBInterval(TimeSpan span) =>
        new(0, span.Days, (ulong)((span.Ticks - (span.Days * TimeSpan.TicksPerDay)) / TimeSpan.TicksPerMicrosecond));
}
