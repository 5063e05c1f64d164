using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static partial class Value
    {
        [LibraryImport(Library, EntryPoint = "duckdb_get_int8")]
        internal static partial sbyte GetInt8(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_int16")]
        internal static partial short GetInt16(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_int32")]
        internal static partial int GetInt32(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_int64")]
        internal static partial long GetInt64(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_uint8")]
        internal static partial byte GetUInt8(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_uint16")]
        internal static partial ushort GetUInt16(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_uint32")]
        internal static partial uint GetUInt32(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_uint64")]
        internal static partial ulong GetUInt64(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_hugeint")]
        internal static partial DuckDBHugeInt GetHugeInt(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_uhugeint")]
        internal static partial DuckDBUHugeInt GetUHugeInt(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_float")]
        internal static partial float GetFloat(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_double")]
        internal static partial double GetDouble(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_date")]
        internal static partial DuckDBDate GetDate(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_timestamp")]
        internal static partial DuckDBTimestampStruct GetTimestamp(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_interval")]
        internal static partial DuckDBInterval GetInterval(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_bool")]
        [return: MarshalAs(UnmanagedType.I1)]
        internal static partial bool GetBool(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_varchar")]
        [return: MarshalUsing(typeof(OwnedText))]
        internal static partial string GetVarchar(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_value_type")]
        internal static partial IntPtr TypeOf(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_is_null_value")]
        [return: MarshalAs(UnmanagedType.I1)]
        internal static partial bool IsNull(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_value")]
        internal static partial void Destroy(ref IntPtr value);
    }
}
