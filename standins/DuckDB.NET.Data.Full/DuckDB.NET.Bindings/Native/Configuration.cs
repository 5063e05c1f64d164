using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    public static partial class Configuration
    {
        [LibraryImport(Library, EntryPoint = "duckdb_create_config")]
        public static partial DuckDBState DuckDBCreateConfig(out DuckDBConfig config);

        [LibraryImport(Library, EntryPoint = "duckdb_config_count")]
        public static partial int DuckDBConfigCount();

        [LibraryImport(Library, EntryPoint = "duckdb_get_config_flag")]
        public static partial DuckDBState DuckDBGetConfigFlag(
            int index, [MarshalUsing(typeof(BorrowedText))] out string name, [MarshalUsing(typeof(BorrowedText))] out string description);

        [LibraryImport(Library, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
        public static partial DuckDBState DuckDBSetConfig(DuckDBConfig config, string name, string option);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_config")]
        internal static partial void Destroy(ref IntPtr config);
    }
}
