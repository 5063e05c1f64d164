
namespace SakilaPortal.Database.Tests.Loading;

/// <summary>The program as a whole, each test on an empty server.</summary>
public class LoadingTests(PrivateServer server) : IClassFixture<PrivateServer>, IAsyncLifetime
{
    private MySqlConnection connection = null!;

    public async Task InitializeAsync()
    {
        connection = new MySqlConnection(server.ConnectionString(database: null));
        await connection.OpenAsync();
        await connection.ExecuteAsync("DROP DATABASE IF EXISTS sakila; DROP DATABASE IF EXISTS portal");
    }

    public async Task DisposeAsync() => await connection.DisposeAsync();

    [Fact]
    public async Task ASecondStartFindsEverythingAndLoadsNothing()
    {
        await server.LoadAsync();
        await connection.ExecuteAsync("DELETE FROM sakila.payment WHERE payment_id = 1");

        var (exitCode, output) = await server.RunLoaderAsync(demoPassword: "demo-password-of-a-test");

        Assert.Equal((0, ""), (exitCode, output));
        Assert.Equal(16043, await Count("sakila.payment"));
    }

    [Fact]
    public async Task ALoadThatWasKilledIsMadeAgain()
    {
        using (var killed = server.StartLoader())
        {
            await Until(async () => await Count("information_schema.tables WHERE table_schema = 'sakila'") > 10);
            killed.Kill();
            await killed.WaitForExitAsync();
        }
        Assert.Equal(0, await Count("portal.sakila_load WHERE loaded_at IS NOT NULL"));

        await server.LoadAsync();

        Assert.Equal(16044, await Count("sakila.payment"));
        Assert.Equal(6, await Count("information_schema.triggers WHERE trigger_schema = 'sakila'"));
    }

    [Fact]
    public async Task AScaleMultipliesCustomersInventoryRentalsAndPayments()
    {
        await server.LoadAsync(["--scale", "3"]);

        Assert.Equal(
            (3 * 599, 3 * 4581, 3 * 16044, 3 * 16044, 1000, 603),
            (await Count("sakila.customer"), await Count("sakila.inventory"), await Count("sakila.rental"), await Count("sakila.payment"),
                await Count("sakila.film"), await Count("sakila.address")));
        Assert.Equal(3 * 183, await Count("sakila.rental WHERE return_date IS NULL"));
    }

    [Fact]
    public async Task AnotherScaleThanTheLoadedOneIsToldAndChangesNothing()
    {
        await server.LoadAsync();

        var (exitCode, output) = await server.RunLoaderAsync(["--scale", "2"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("--reset", output);
        Assert.Equal(599, await Count("sakila.customer"));
    }

    [Fact]
    public async Task AForeignSakilaIsAlteredOnlyWhenAllowed()
    {
        await connection.ExecuteAsync("""
            CREATE DATABASE sakila;
            CREATE TABLE sakila.customer (customer_id SMALLINT UNSIGNED PRIMARY KEY, last_update TIMESTAMP);
            CREATE TABLE sakila.film (film_id INT PRIMARY KEY, last_update TIMESTAMP);
            CREATE TABLE sakila.inventory (inventory_id INT PRIMARY KEY, last_update TIMESTAMP);
            CREATE TABLE sakila.rental (rental_id INT PRIMARY KEY, last_update TIMESTAMP);
            CREATE TABLE sakila.payment (payment_id SMALLINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, last_update TIMESTAMP);
            INSERT INTO sakila.customer (customer_id) VALUES (1);
            """);

        var (_, output) = await server.RunLoaderAsync();
        Assert.Contains("--allow-sakila-changes", output);
        Assert.Equal((1, 0), (await Count("information_schema.columns WHERE table_schema = 'sakila' AND column_type LIKE 'smallint%' AND column_name = 'payment_id'"), await Indexes()));

        await server.LoadAsync(["--allow-sakila-changes"]);
        Assert.Equal((1, 5), (await Count("information_schema.columns WHERE table_schema = 'sakila' AND column_type LIKE 'int%unsigned' AND column_name = 'payment_id'"), await Indexes()));
        Assert.Equal(1, await Count("sakila.customer"));

        Task<long> Indexes() => Count("information_schema.statistics WHERE table_schema = 'sakila' AND column_name = 'last_update'");
    }

    [Fact]
    public async Task AMigrationThatReadsDifferentlyNowIsRefused()
    {
        await server.LoadAsync();
        await connection.ExecuteAsync("UPDATE portal.migration SET checksum = 'another' WHERE name = '0002_customer_document'");

        var (exitCode, output) = await server.RunLoaderAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("0002_customer_document", output);
    }

    private Task<long> Count(string what) => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {what}");

    private static async Task Until(Func<Task<bool>> holds)
    {
        var end = DateTime.UtcNow.AddSeconds(60);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < end, "The loader made no tables within 60 s.");
            await Task.Delay(10);
        }
    }
}
