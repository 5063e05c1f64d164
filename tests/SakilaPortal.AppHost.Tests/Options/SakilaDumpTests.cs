using System.IO.Compression;
using SakilaPortal.AppHost.Options;
using SakilaPortal.AppHost.Tests.Composition;

namespace SakilaPortal.AppHost.Tests.Options;

public sealed class SakilaDumpTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFolderThatIsNotThereIsRefused()
    {
        var missing = Path.Combine(folder.Path, "missing");

        Assert.StartsWith($"{missing} does not exist", Refusal(missing), StringComparison.Ordinal);
    }

    [Fact]
    public void TheFilesThatAFolderLacksAreNamed()
    {
        File.WriteAllText(Path.Combine(folder.Path, "sakila-schema.sql"), "");

        Assert.StartsWith($"{folder.Path} does not hold sakila-data.sql;", Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNoZipIsRefused()
    {
        var file = Path.Combine(folder.Path, "sakila.zip");
        File.WriteAllText(file, "no zip");

        Assert.StartsWith($"{file} is no zip file", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void AZipWithTheFilesInAFolderIsTaken()
    {
        var file = Path.Combine(folder.Path, "sakila.zip");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Create))
            foreach (var name in new[] { "sakila-db/sakila-schema.sql", "sakila-db/sakila-data.sql" })
                zip.CreateEntry(name);

        Assert.Equal(file, SakilaDump.Check(file));
    }

    private static string Refusal(string path) => Assert.Throws<StartException>(() => SakilaDump.Check(path)).Message;
}
