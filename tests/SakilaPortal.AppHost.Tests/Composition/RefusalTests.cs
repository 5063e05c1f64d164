using System.Net;
using System.Net.Sockets;

namespace SakilaPortal.AppHost.Tests.Composition;

/// <summary>What cannot work is said in one sentence before anything starts.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task APortInUseIsNamedWithItsPartAndTheWayOut()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, said) = await RunAsync("--Ports:Pipeline=0", "--Ports:Web=0", "--Ports:LocalAws=0", "--Ports:MySql=0", $"--Ports:Api={port}", "--data", data.Path);

        Assert.Equal(1, exitCode);
        Assert.Equal($"Port {port}, meant for Api, is in use by another program; stop that, or choose another port with --Ports:Api=N.", said);
    }

    [Fact]
    public async Task ADataFolderIsHeldByOnePortalAtATime()
    {
        File.WriteAllText(Path.Combine(data.Path, "version"), "1\n");
        using var held = new FileStream(Path.Combine(data.Path, "lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var (exitCode, said) = await RunAsync("--data", data.Path);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The data folder {data.Path} is in use by another portal", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatIsNotThePortalsIsNeverEmptied()
    {
        var precious = Path.Combine(data.Path, "precious.txt");
        File.WriteAllText(precious, "kept");

        var (exitCode, said) = await RunAsync("--data", data.Path, "--reset");

        Assert.Equal(1, exitCode);
        Assert.Contains("is no data folder of the portal", said, StringComparison.Ordinal);
        Assert.True(File.Exists(precious));
    }

    [Fact]
    public async Task ADataFolderThatCannotBeMadeIsNamed()
    {
        var file = Path.Combine(data.Path, "file");
        File.WriteAllText(file, "");

        var (exitCode, said) = await RunAsync("--data", Path.Combine(file, "below"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The data folder {file}/below cannot be written", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownFlagEndsWithExitCode2()
    {
        var (exitCode, said) = await RunAsync("--sclae", "3");

        Assert.Equal(2, exitCode);
        Assert.Equal("'--sclae' is not known here; --help lists the flags.", said);
    }

    [Fact]
    public async Task ARealAccountNeedsADatabase()
    {
        var (exitCode, said) = await RunAsync("--aws", "--data", data.Path);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("--aws needs a database", said, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        await using var portal = AppHostProcess.Start(arguments);
        var exitCode = await portal.ExitCodeAsync(Patience);
        return (exitCode, portal.Output.Trim());
    }
}
