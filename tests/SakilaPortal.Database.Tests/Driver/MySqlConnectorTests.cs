using System.Diagnostics;

namespace SakilaPortal.Database.Tests.Driver;

/// <summary>What the portal relies on of MySqlConnector, held by the genuine package as well as by its stand-in.</summary>
public class MySqlConnectorTests(PrivateServer server) : IClassFixture<PrivateServer>
{
    private const string LongQuery = "SELECT BENCHMARK(100000000000, MD5('a'))";

    [Fact]
    public async Task ACancelledCommandEndsAtOnceAndItsConnectionGoesOn()
    {
        await using var connection = await OpenAsync();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var waited = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => connection.ExecuteScalarAsync(new CommandDefinition(LongQuery, cancellationToken: cancel.Token)));

        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), $"It took {waited.Elapsed}.");
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("SELECT 1"));
    }

    [Fact]
    public async Task ACommandPastItsTimeoutSaysSo()
    {
        await using var connection = await OpenAsync();
        var late = await Assert.ThrowsAsync<MySqlException>(() => connection.ExecuteScalarAsync(LongQuery, commandTimeout: 1));
        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, late.ErrorCode);
    }

    [Theory]
    [InlineData("INSERT INTO once VALUES (1), (1)", MySqlErrorCode.DuplicateKeyEntry, "23000")]
    [InlineData("SELECT * FROM nothing", MySqlErrorCode.NoSuchTable, "42S02")]
    [InlineData("SELEC 1", MySqlErrorCode.ParseError, "42000")]
    public async Task AnErrorCarriesItsCodeAndState(string sql, MySqlErrorCode code, string state)
    {
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync("CREATE DATABASE IF NOT EXISTS driver; USE driver; CREATE TABLE IF NOT EXISTS once (x INT PRIMARY KEY)");
        var error = await Assert.ThrowsAsync<MySqlException>(() => connection.ExecuteAsync(sql));
        Assert.Equal((code, (int)code, state), (error.ErrorCode, error.Number, error.SqlState));
    }

    [Fact]
    public async Task ACommandMustNameTheTransactionItIsIn()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => connection.ExecuteScalarAsync("SELECT 1"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("SELECT 1", transaction: transaction));
    }

    [Fact]
    public async Task AConnectionHasOneReaderAtATime()
    {
        await using var connection = await OpenAsync();
        await using var reader = await connection.ExecuteReaderAsync("SELECT 1");
        await Assert.ThrowsAsync<InvalidOperationException>(() => connection.ExecuteScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task ValuesComeBackAsTheyWent()
    {
        await using var connection = await OpenAsync();
        var moment = new DateTime(2024, 5, 6, 7, 8, 9).AddTicks(1234560);
        var values = (9.99m, moment, "it's \\ \"ünï\" 😀", new byte[] { 0, 39, 92, 255 }, (DateTime?)null);
        var back = await connection.QuerySingleAsync<(decimal, DateTime, string, byte[], DateTime?)>(
            "SELECT CAST(@a AS DECIMAL(5, 2)), CAST(@b AS DATETIME(6)), @c, CAST(@d AS BINARY), @e",
            new { a = values.Item1, b = values.Item2, c = values.Item3, d = values.Item4, e = values.Item5 });
        Assert.Equal((values.Item1, values.Item2, values.Item3, values.Item5), (back.Item1, back.Item2, back.Item3, back.Item5));
        Assert.Equal(values.Item4, back.Item4);
    }

    [Fact]
    public async Task AServerThatIsNotThereIsToldFromAWrongPassword()
    {
        var absent = await Assert.ThrowsAsync<MySqlException>(() => new MySqlConnection("Server=127.0.0.1;Port=1;User ID=root").OpenAsync());
        var wrong = await Assert.ThrowsAsync<MySqlException>(
            () => new MySqlConnection($"Server=127.0.0.1;Port={server.Port};User ID=root;Password=wrong").OpenAsync());
        Assert.Equal((MySqlErrorCode.UnableToConnectToHost, MySqlErrorCode.AccessDenied), (absent.ErrorCode, wrong.ErrorCode));
    }

    private async Task<MySqlConnection> OpenAsync()
    {
        var connection = new MySqlConnection(server.ConnectionString(database: null));
        await connection.OpenAsync();
        return connection;
    }
}
