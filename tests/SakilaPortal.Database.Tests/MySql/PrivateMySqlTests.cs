using SakilaPortal.AppHost.MySql;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Database.Tests.MySql;

public sealed class PrivateMySqlTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sakila-private-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ADeepFolderAndAnOddPasswordServe()
    {
        var deep = Path.Combine(folder, new string('d', 60), new string('e', 60), "mysql");

        await AnswersAsync(deep, "it's \\ \"odd\"");
    }

    [Fact]
    public async Task AChangedPasswordHoldsFromTheNextStart()
    {
        var data = Path.Combine(folder, "mysql");

        await AnswersAsync(data, "first");
        await AnswersAsync(data, "second");
    }

    [Fact]
    public async Task AFolderThatWasLeftHalfMadeIsMadeAgain()
    {
        var data = Path.Combine(folder, "mysql");
        Directory.CreateDirectory(data + ".new");
        await File.WriteAllTextAsync(Path.Combine(data + ".new", "ibdata1"), "half");

        await AnswersAsync(data, "any");
    }

    [Fact]
    public async Task AnInitialisationThatFailsSaysWhatTheServerSaid()
    {
        var mysql = new PrivateMySql(new MySqlInstallation("/bin/false", null), Path.Combine(folder, "mysql"));

        var refusal = await Assert.ThrowsAsync<MySqlUnavailableException>(() => mysql.InitialiseAsync("any", CancellationToken.None));

        Assert.Contains("/bin/false could not make", refusal.Message);
        Assert.False(Directory.Exists(Path.Combine(folder, "mysql")));
    }

    private static async Task AnswersAsync(string data, string password)
    {
        var port = ServiceProcess.FreePort();
        await using var server = await MySqlProcess.StartAsync(data, password, port);
        await using var connection = new MySqlConnection(MySqlProcess.ConnectionString(port, password));
        await connection.OpenAsync();
        Assert.Equal(("utf8mb4", "+00:00", 1), await connection.QuerySingleAsync<(string, string, int)>(
            "SELECT @@character_set_server, @@global.time_zone, @@innodb_flush_log_at_trx_commit"));
        Assert.StartsWith("ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES", await connection.ExecuteScalarAsync<string>("SELECT @@global.sql_mode"));
    }
}
