using SakilaPortal.AppHost.Options;
using SakilaPortal.AppHost.Tests.Composition;

namespace SakilaPortal.AppHost.Tests.Options;

public sealed class VendorFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFolderOfVendorsFilesBecomesTheSourcesSettings()
    {
        File.WriteAllText(Path.Combine(folder.Path, "books.json"), "[]");

        var settings = PortalOptions.Parse(["--vendor", folder.Path]).Vendor!.Settings.ToDictionary();

        Assert.Equal(6, settings.Count);
        Assert.Equal(Path.Combine(folder.Path, "movies.csv"), settings["Vendor:Sources:movies"]);
    }

    [Fact]
    public void AFolderWithoutAnyIsRefused()
    {
        var refusal = Assert.Throws<StartException>(() => PortalOptions.Parse(["--vendor", folder.Path]));

        Assert.Equal($"{folder.Path} holds none of movies.csv, users.csv, streams.csv, authors.json, books.json, reviews.json; --vendor wants the folder of such files.", refusal.Message);
        Assert.Equal(2, refusal.ExitCode);
    }
}
