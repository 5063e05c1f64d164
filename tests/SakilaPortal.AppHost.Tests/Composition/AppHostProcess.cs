using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SakilaPortal.TestSupport;

namespace SakilaPortal.AppHost.Tests.Composition;

/// <summary>The built AppHost as a person starts it, on free ports and, unless given, a data folder of its own.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private const string Marker = "SAKILA_TEST_RUN";
    private static readonly string[] FreePorts = ["--Ports:Web=0", "--Ports:Api=0", "--Ports:Pipeline=0", "--Ports:LocalAws=0", "--Ports:MySql=0"];
    private readonly string run = Guid.NewGuid().ToString("N");
    private readonly ConcurrentQueue<string> output = new();
    private readonly Process process;

    private AppHostProcess(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program("SakilaPortal.AppHost"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment[Marker] = run;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', output);

    /// <summary>The processes that came of this one, itself left out.</summary>
    public IReadOnlyList<int> Descendants =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(pid => pid != process.Id && IsOurs(pid))];

    public static AppHostProcess Start(params string[] arguments) => new(arguments);

    public static AppHostProcess StartOnFreePorts(params string[] arguments) => new([.. FreePorts, .. arguments]);

    public async Task<string> WaitForLineAsync(string part, TimeSpan patience)
    {
        await Eventually.TrueAsync(() => process.HasExited || output.Any(line => line.Contains(part, StringComparison.Ordinal)), patience,
            () => $"No line with '{part}'. It printed:\n{Output}");
        return output.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"It ended with exit code {process.ExitCode} before a line with '{part}'. It printed:\n{Output}");
    }

    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<int> ExitCodeAsync(TimeSpan patience)
    {
        await process.WaitForExitAsync().WaitAsync(patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            Signal("-KILL");
        await process.WaitForExitAsync();
        await Eventually.TrueAsync(() => Descendants.Count == 0, TimeSpan.FromSeconds(15), () => $"{Descendants.Count} processes are left.");
        process.Dispose();
    }

    private bool IsOurs(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/environ").Contains($"{Marker}={run}", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
            output.Enqueue(line);
    }
}
