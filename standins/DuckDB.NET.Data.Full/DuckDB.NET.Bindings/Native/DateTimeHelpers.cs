using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static partial class DateTimeHelpers
    {
        [LibraryImport(Library, EntryPoint = "duckdb_from_time")]
        public static partial DuckDBTimeOnly DuckDBFromTime(DuckDBTime time);

        [LibraryImport(Library, EntryPoint = "duckdb_to_time")]
        public static partial DuckDBTime DuckDBToTime(DuckDBTimeOnly time);

        [LibraryImport(Library, EntryPoint = "duckdb_from_time_tz")]
        public static partial DuckDBTimeTz DuckDBFromTimeTz(DuckDBTimeTzStruct time);

        [LibraryImport(Library, EntryPoint = "duckdb_from_date")]
        internal static partial DuckDBDateOnly FromDate(DuckDBDate date);

        [LibraryImport(Library, EntryPoint = "duckdb_to_date")]
        internal static partial DuckDBDate ToDate(DuckDBDateOnly date);

        [LibraryImport(Library, EntryPoint = "duckdb_from_timestamp")]
        internal static partial DuckDBTimestamp FromTimestamp(DuckDBTimestampStruct timestamp);

        [LibraryImport(Library, EntryPoint = "duckdb_to_timestamp")]
        internal static partial DuckDBTimestampStruct ToTimestamp(DuckDBTimestamp timestamp);
    }
}
