using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Ends the child processes when this process dies without being able to: a shell in a session of its own reads
/// the numbers of the children from a pipe, and the pipe ends with us, however we end.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const string Script = """
        pids=
        while read -r sign pid; do
          case $sign in
            +) pids="$pids $pid" ;;
            -) rest=; for p in $pids; do [ "$p" = "$pid" ] || rest="$rest $p"; done; pids=$rest ;;
          esac
        done
        for p in $pids; do kill -s TERM -- "-$p"; done
        for tick in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
          alive=; for p in $pids; do kill -s 0 -- "-$p" && alive=yes; done
          [ "$alive" ] || exit 0
          sleep 0.2
        done
        for p in $pids; do kill -s KILL -- "-$p"; done
        """;

    private readonly Lock gate = new();
    private Process? shell;

    public void Guard(int pid) => Tell('+', pid);

    public void Release(int pid) => Tell('-', pid);

    public void Dispose()
    {
        shell?.StandardInput.Close();
        shell?.Dispose();
    }

    private void Tell(char sign, int pid)
    {
        lock (gate)
        {
            shell ??= Start();
            shell.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sign} {pid}"));
            shell.StandardInput.Flush();
        }
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Script]) { RedirectStandardInput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        return process;
    }
}
