using System.Numerics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBHugeInt(ulong lower, long upper)
{
    public DuckDBHugeInt(BigInteger value) : this((ulong)(value & ulong.MaxValue), (long)(value >> 64)) { }

    public static BigInteger HugeIntMinValue { get; } = (BigInteger)Int128.MinValue;
    public static BigInteger HugeIntMaxValue { get; } = (BigInteger)Int128.MaxValue;

    public ulong Lower { get; } = lower;
    public long Upper { get; } = upper;

    public BigInteger ToBigInteger() => ToInt128();

    public Int128 ToInt128() => new((ulong)Upper, Lower);
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBUHugeInt(ulong lower, ulong upper)
{
    public DuckDBUHugeInt(BigInteger value) : this((ulong)(value & ulong.MaxValue), (ulong)(value >> 64)) { }

    public static BigInteger HugeIntMinValue => BigInteger.Zero;
    public static BigInteger HugeIntMaxValue { get; } = UInt128.MaxValue;

    public ulong Lower { get; } = lower;
    public ulong Upper { get; } = upper;

    public BigInteger ToBigInteger() => ToUInt128();

    public UInt128 ToUInt128() => new(Upper, Lower);
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDecimal(byte width, byte scale, DuckDBHugeInt value)
{
    public byte Width { get; } = width;
    public byte Scale { get; } = scale;
    public DuckDBHugeInt Value { get; } = value;
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBBignum(IntPtr data, ulong size, byte isNegative)
{
    public IntPtr Data { get; } = data;
    public ulong Size { get; } = size;
    public byte IsNegative { get; } = isNegative;
}
