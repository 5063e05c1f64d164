using System.Runtime.InteropServices;
using System.Text.Json;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>Files that are whole or absent after a power cut.</summary>
internal static class DurableFile
{
    /// <summary>Makes a file's bytes durable.</summary>
    public static void Flush(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Moves a flushed file to its place, so that the place never shows half of it.</summary>
    public static void Publish(string source, string target)
    {
        File.Move(source, target, overwrite: true);
        FlushDirectory(Path.GetDirectoryName(target)!);
    }

    /// <summary>Replaces a small file as a whole.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = path + ".new";
        File.WriteAllBytes(draft, bytes);
        Flush(draft);
        Publish(draft, path);
    }

    public static void WriteJson<T>(string path, T value, JsonSerializerOptions? options = null) =>
        Write(path, JsonSerializer.SerializeToUtf8Bytes(value, options));

    /// <summary>Makes names durable. Windows needs no such call.</summary>
    public static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(path, 0);
        if (handle < 0) throw new IOException($"The folder {path} cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        try
        {
            if (Sync(handle) != 0) throw new IOException($"The folder {path} cannot be flushed (error {Marshal.GetLastPInvokeError()}).");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
