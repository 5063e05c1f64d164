using System.Diagnostics;
using MySqlConnector;
using SakilaPortal.AppHost.MySql;

namespace SakilaPortal.TestSupport;

/// <summary>A private MySQL server as a child process on a data folder, which is made where it is missing.</summary>
internal sealed class MySqlProcess(Process process) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    public static async Task<MySqlProcess> StartAsync(string dataFolder, string rootPassword, int port)
    {
        var installation = await PrivateMySql.FindOrInstallAsync(Console.WriteLine, CancellationToken.None);
        var mysql = new PrivateMySql(installation, dataFolder);
        await mysql.InitialiseAsync(rootPassword, CancellationToken.None);
        var process = Process.Start(new ProcessStartInfo(mysql.Server, mysql.ArgumentsFor(port)) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilItAnswersAsync(process, ConnectionString(port, rootPassword));
        return new MySqlProcess(process);
    }

    public static string ConnectionString(int port, string rootPassword) =>
        new MySqlConnectionStringBuilder { Server = "127.0.0.1", Port = (uint)port, UserID = "root", Password = rootPassword }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task WaitUntilItAnswersAsync(Process process, string connectionString)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new MySqlConnection(connectionString);
                await connection.OpenAsync();
                return;
            }
            catch (MySqlException) when (waited.Elapsed < StartPatience && !process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
