using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace DuckDB.NET.Native;

/// <summary>Text that DuckDB keeps and frees itself.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(BorrowedText))]
internal static unsafe class BorrowedText
{
    public static string ConvertToManaged(byte* text) => Marshal.PtrToStringUTF8((IntPtr)text) ?? "";
}

/// <summary>Text that the caller frees with duckdb_free.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(OwnedText))]
internal static unsafe class OwnedText
{
    public static string ConvertToManaged(byte* text) => Marshal.PtrToStringUTF8((IntPtr)text) ?? "";

    public static void Free(byte* text) => NativeMethods.Helpers.Free(text);
}
