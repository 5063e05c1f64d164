using System.Diagnostics;

namespace SakilaPortal.Bench;

internal static class StartBench
{
    private const string Ready = "Portal ready";
    private static readonly string[] Parts = ["Web", "Api", "Pipeline", "LocalAws", "MySql"];

    public static async Task<int> RunAsync(string data)
    {
        if (Directory.Exists(data))
            throw new ArgumentException($"{data} is there already: name a folder that is not, so that the first start is a first one.");
        Figures.Print("first start", [(await StartAndStopAsync(data)).Start]);
        var warm = new List<(double Start, double Stop)>();
        for (var round = 0; round < 5; round++)
            warm.Add(await StartAndStopAsync(data));
        Figures.Print("warm start", warm.Select(run => run.Start));
        Figures.Print("stop after Ctrl-C", warm.Select(run => run.Stop));
        return 0;
    }

    private static async Task<(double Start, double Stop)> StartAndStopAsync(string data)
    {
        var started = Stopwatch.GetTimestamp();
        using var host = Process.Start(new ProcessStartInfo("dotnet",
            ["run", "--no-build", "--project", "SakilaPortal.AppHost", "--", "--data", data, .. Parts.Select(part => $"--Ports:{part}=0")]) { RedirectStandardOutput = true })!;
        while (await host.StandardOutput.ReadLineAsync() is { } line && !line.Contains(Ready, StringComparison.Ordinal))
        {
        }
        var ready = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (host.HasExited)
            throw new InvalidOperationException($"The AppHost ended with exit code {host.ExitCode} before it said \"{Ready}\". Is the solution built?");

        var stopping = Stopwatch.GetTimestamp();
        using var interrupt = Process.Start("kill", ["-INT", host.Id.ToString()]);
        await host.StandardOutput.ReadToEndAsync();
        await host.WaitForExitAsync();
        return (ready, Stopwatch.GetElapsedTime(stopping).TotalMilliseconds);
    }
}
