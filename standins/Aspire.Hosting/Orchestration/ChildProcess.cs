using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration;

/// <summary>A process in a session of its own, so that Ctrl-C reaches only the host, which then stops its children in order.</summary>
internal sealed partial class ChildProcess : IDisposable
{
    private const int SigTerm = 15;
    private const int SigKill = 9;
    private readonly Process process;
    private readonly Watchdog watchdog;

    private ChildProcess(Process process, Watchdog watchdog, Action<string> log)
    {
        this.process = process;
        this.watchdog = watchdog;
        Exited = RunAsync(log);
    }

    /// <summary>Ends with the exit code; a process ended by signal n has 128 + n.</summary>
    public Task<int> Exited { get; }

    public static ChildProcess Start(CommandLine command, Watchdog watchdog, Action<string> log)
    {
        var start = new ProcessStartInfo("setsid", [command.FileName, .. command.Arguments])
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in CommandLine.NotInherited)
            start.Environment.Remove(name);
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;

        var process = Process.Start(start)!;
        watchdog.Guard(process.Id);
        process.StandardInput.Close();
        return new(process, watchdog, log);
    }

    /// <summary>Asks the process and all it has started to end, and ends them after <paramref name="patience"/>.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        Signal(SigTerm);
        if (await Task.WhenAny(Exited, Task.Delay(patience)) != Exited)
            Signal(SigKill);
        await Exited;
    }

    public void Dispose() => process.Dispose();

    private async Task<int> RunAsync(Action<string> log)
    {
        _ = ForwardAsync(process.StandardOutput, log);
        _ = ForwardAsync(process.StandardError, log);
        await process.WaitForExitAsync();
        watchdog.Release(process.Id);
        return process.ExitCode;
    }

    private static async Task ForwardAsync(StreamReader output, Action<string> log)
    {
        while (await output.ReadLineAsync() is { } line)
            log(line);
    }

    private void Signal(int signal)
    {
        if (!Exited.IsCompleted)
            _ = Kill(-process.Id, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
