using SakilaPortal.Api.Reports;

namespace SakilaPortal.Api.Tests.Reports;

public sealed class PrivateFileTests
{
    [Fact]
    public void NobodyElseCanReadItAndNothingIsLeftOfIt()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var file = PrivateFile.Create();
        RandomAccess.Write(file, "result"u8, 0);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.EndsWith(" (deleted)", new FileInfo($"/proc/self/fd/{file.DangerousGetHandle()}").LinkTarget!, StringComparison.Ordinal);
        var read = new byte[6];
        Assert.Equal(6, RandomAccess.Read(file, read, 0));
        Assert.Equal("result"u8, read);
    }
}
