using System.Diagnostics;
using SakilaPortal.LocalAws.Hosting;

namespace SakilaPortal.LocalAws.Tests.Clients;

/// <summary>Runs a client that is not ours against a server.</summary>
internal static class ForeignClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(LocalAwsServer server, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = server.Data };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(server.Data, "credentials");
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(server.Data, "no-config");
        start.Environment["AWS_PROFILE"] = "sakila";
        start.Environment["AWS_DEFAULT_REGION"] = LocalAwsOptions.Region;
        start.Environment["AWS_PAGER"] = "";
        start.Environment["ENDPOINT"] = server.Url;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }
}
