using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace SakilaPortal.TestSupport;

/// <summary>A service of the solution as a child process on a free port of the loopback.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> output = new();
    private readonly Process process;

    private ServiceProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>All that the service has printed so far.</summary>
    public string Output => string.Join(Environment.NewLine, output);

    /// <summary>Starts a built service and waits until <paramref name="healthPath"/> answers 200.</summary>
    /// <param name="port">The port to listen on; 0 takes a free one.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not healthy in time; the message holds what it printed.</exception>
    public static async Task<ServiceProcess> StartAsync(
        string project, IEnumerable<string>? arguments = null, IReadOnlyDictionary<string, string?>? environment = null, string healthPath = "/health", int port = 0)
    {
        var address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}");
        var start = new ProcessStartInfo("dotnet", [Repository.Program(project), "--urls", address.GetLeftPart(UriPartial.Authority), .. arguments ?? []])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(Repository.Program(project)),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        var service = new ServiceProcess(Process.Start(start)!, address);
        service.Listen();
        await service.WaitUntilHealthyAsync(project, healthPath);
        return service;
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            output.Enqueue(line);
    }

    private async Task WaitUntilHealthyAsync(string project, string healthPath)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var waited = Stopwatch.StartNew();
        while (!process.HasExited && waited.Elapsed < StartPatience)
        {
            if (await AnswersAsync(client, healthPath))
                return;
            await Task.Delay(50);
        }
        var reason = process.HasExited ? $"ended with exit code {process.ExitCode}" : $"was not healthy within {StartPatience.TotalSeconds} s";
        await KillAsync();
        throw new InvalidOperationException($"{project} {reason}. It printed:{Environment.NewLine}{Output}");
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string path)
    {
        try
        {
            using var response = await client.GetAsync(path);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
