using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SakilaPortal.LocalAws.Hosting;

/// <summary>
/// Bounds what this process takes. DuckDB's own limit counts tables and sorts, not the lists and texts that a row's functions make: without a bound
/// one short query could take all memory of the machine. At the bound the allocation fails, and with it that query alone.
/// </summary>
internal static class MemoryBound
{
    // RLIMIT_DATA (https://man7.org/linux/man-pages/man2/getrlimit.2.html): memory that is reserved and not written is not counted.
    private const int Data = 2;

    /// <summary>Half of what the machine has, from four gigabytes (so that queries reach DuckDB's own limit and go to disk first) to eight, in MB.</summary>
    public static long Usual => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 >> 20, 4096, 8192);

    /// <summary>Holds from now on, on Linux.</summary>
    public static void Set(long megabytes)
    {
        if (!OperatingSystem.IsLinux()) return;
        if (Get(Data, out var limit) != 0) throw new Win32Exception();
        limit.Now = Math.Min(limit.Highest, (nuint)megabytes << 20);
        if (Set(Data, limit) != 0) throw new Win32Exception();
    }

    [DllImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Get(int resource, out Limit limit);

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public nuint Now;
        public nuint Highest;
    }
}
