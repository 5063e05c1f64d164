using Microsoft.Win32.SafeHandles;

namespace SakilaPortal.Api.Reports;

/// <summary>A local file that nobody else can read and that is gone when it is closed, also by a process that is killed.</summary>
internal static class PrivateFile
{
    public static SafeFileHandle Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"sakila-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options).SafeFileHandle;
        // Elsewhere a file without a name lives on until it is closed. Windows itself deletes what a process leaves open.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
