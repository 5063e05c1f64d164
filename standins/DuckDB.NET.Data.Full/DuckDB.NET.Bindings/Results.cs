using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBResult
{
    private readonly long columnCount;
    private readonly long rowCount;
    private readonly long rowsChanged;
    private readonly IntPtr columns;
    private readonly IntPtr errorMessage;
    private readonly IntPtr internalData;

    public void Close() => NativeMethods.Query.Destroy(ref this);
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress(double percentage, ulong rowsProcessed, ulong totalRowsToProcess)
{
    public double Percentage { get; } = percentage;
    public ulong RowsProcessed { get; } = rowsProcessed;
    public ulong TotalRowsToProcess { get; } = totalRowsToProcess;
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBListEntry(ulong offset, ulong length)
{
    public ulong Offset { get; } = offset;
    public ulong Length { get; } = length;
}

/// <summary>duckdb_string_t: up to twelve bytes lie in the value itself, longer text behind a pointer.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DuckDBString
{
    public _value_e__Union value;

    public readonly int Length => (int)value.inlined.length;

    public readonly sbyte* Data
    {
        get
        {
            if (Length > 12) return value.pointer.ptr;
            fixed (sbyte* text = value.inlined.inlined) return text;
        }
    }

    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        [FieldOffset(0)] public DuckDBStringPointer pointer;
        [FieldOffset(0)] public DuckDBStringInlined inlined;

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringPointer
        {
            public uint length;
            public fixed sbyte prefix[4];
            public sbyte* ptr;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringInlined
        {
            public uint length;
            public fixed sbyte inlined[12];
        }
    }
}
