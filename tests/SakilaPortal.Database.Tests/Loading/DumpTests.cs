using System.IO.Compression;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Database.Tests.Loading;

public sealed class DumpTests(PrivateServer server) : IClassFixture<PrivateServer>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sakila-dump-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [OfficialDumpFact]
    public async Task TheZipIsLoadedAsItComes()
    {
        var zip = Path.Combine(folder, "sakila-db.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
            foreach (var script in (string[])["sakila-schema.sql", "sakila-data.sql"])
                archive.CreateEntryFromFile(Path.Combine(Repository.OfficialDump!, script), $"sakila-db/{script}");

        await server.LoadAsync(["--sakila", zip]);

        await using var connection = new MySqlConnection(server.ConnectionString());
        await connection.OpenAsync();
        Assert.Equal(67406.56m, await connection.ExecuteScalarAsync<decimal>("SELECT SUM(amount) FROM payment"));
    }

    [Fact]
    public Task APathThatIsNotThereIsNamed() => RefusedAsync(Path.Combine(folder, "nothing.zip"), "nothing.zip");

    [Fact]
    public Task AMissingScriptIsNamed()
    {
        File.WriteAllText(Path.Combine(folder, "sakila-schema.sql"), "SELECT 1;");
        return RefusedAsync(folder, "There is no sakila-data.sql");
    }

    [Fact]
    public Task AFileThatIsNoZipIsNamed()
    {
        var file = Path.Combine(folder, "dump.zip");
        File.WriteAllText(file, "not a zip");
        return RefusedAsync(file, "not a zip file");
    }

    [Fact]
    public Task AStatementThatFailsIsNamedByFileAndLine()
    {
        File.WriteAllText(Path.Combine(folder, "sakila-schema.sql"), "SELECT 1;\n\nCREATE TABEL x (y INT);\n");
        File.WriteAllText(Path.Combine(folder, "sakila-data.sql"), "SELECT 1;");
        return RefusedAsync(folder, "sakila-schema.sql, the statement at line 3");
    }

    [Fact]
    public Task AScriptThatIsCutOffIsNamedByFileAndLine()
    {
        File.WriteAllText(Path.Combine(folder, "sakila-schema.sql"), "SELECT 1;");
        File.WriteAllText(Path.Combine(folder, "sakila-data.sql"), "SELECT 1;\nINSERT INTO actor VALUES (1,'PENEL");
        return RefusedAsync(folder, "sakila-data.sql is cut off: the quote ' in the statement at line 2");
    }

    private async Task RefusedAsync(string dump, string reason)
    {
        await using (var connection = new MySqlConnection(server.ConnectionString(database: null)))
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync("DROP DATABASE IF EXISTS sakila; DROP DATABASE IF EXISTS portal");
        }
        var (exitCode, output) = await server.RunLoaderAsync(["--sakila", dump]);
        Assert.Equal(1, exitCode);
        Assert.Contains(reason, output);
    }
}
