using System.Diagnostics;

namespace SakilaPortal.AppHost.MySql;

/// <summary>Installs packages of Debian and its relatives, one process on the machine at a time.</summary>
internal static class DebianPackages
{
    private static readonly string LockPath = Path.Combine(Path.GetTempPath(), "sakila-portal-apt.lock");

    /// <summary>Whether this process may install: <c>apt-get</c> is there, and the user is root.</summary>
    public static bool CanInstall =>
        OperatingSystem.IsLinux() && File.Exists("/usr/bin/apt-get") && Environment.IsPrivilegedProcess;

    /// <summary>Installs the packages unless <paramref name="isThere"/> says, once it is this process' turn, that there is no need any more.</summary>
    /// <exception cref="MySqlUnavailableException">apt-get failed; the message holds its last lines.</exception>
    public static async Task InstallAsync(IReadOnlyList<string> packages, Func<bool> isThere, Action<string> say, CancellationToken cancellationToken)
    {
        await using var turn = await WaitForTurnAsync(cancellationToken);
        if (isThere())
            return;
        say($"Installing {string.Join(" and ", packages)} with apt-get; this happens once on a machine.");
        await RunAsync(["update", "-q"], cancellationToken);
        var (exitCode, output) = await RunAsync(["install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", .. packages], cancellationToken);
        if (exitCode != 0)
            throw new MySqlUnavailableException(
                $"apt-get could not install {string.Join(" ", packages)} (exit code {exitCode}). Install them by hand and start again. It said: {Tail(output)}");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/usr/bin/apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    private static async Task<FileStream> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            }
        }
    }

    private static string Tail(string output) => string.Join(" / ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(4));
}
