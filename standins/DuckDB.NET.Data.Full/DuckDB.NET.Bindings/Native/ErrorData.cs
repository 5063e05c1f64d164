using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static partial class ErrorData
    {
        [LibraryImport(Library, EntryPoint = "duckdb_error_data_error_type")]
        public static partial DuckDBErrorType DuckDBErrorDataErrorType(DuckDBErrorData error);

        [LibraryImport(Library, EntryPoint = "duckdb_error_data_has_error")]
        [return: MarshalAs(UnmanagedType.I1)]
        internal static partial bool HasError(DuckDBErrorData error);

        [LibraryImport(Library, EntryPoint = "duckdb_error_data_message")]
        [return: MarshalUsing(typeof(BorrowedText))]
        internal static partial string Message(DuckDBErrorData error);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_error_data")]
        internal static partial void Destroy(ref IntPtr error);
    }
}
