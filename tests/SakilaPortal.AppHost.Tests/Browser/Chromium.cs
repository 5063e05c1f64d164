using SakilaPortal.AppHost.MySql;

namespace SakilaPortal.AppHost.Tests.Browser;

/// <summary>The machine's own browser; on Debian it is installed where it is missing and may be.</summary>
internal static class Chromium
{
    private static readonly string[] Known = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];

    public static async Task<string> FindOrInstallAsync()
    {
        if (Find() is null && DebianPackages.CanInstall)
            await DebianPackages.InstallAsync(["chromium"], () => Find() is not null, Console.WriteLine, CancellationToken.None);
        return Find() ?? throw new FileNotFoundException("The tests of the pages need Chromium: apt-get install chromium");
    }

    private static string? Find() => Known.FirstOrDefault(File.Exists);
}
