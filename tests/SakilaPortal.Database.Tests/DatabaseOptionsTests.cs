namespace SakilaPortal.Database.Tests;

public class DatabaseOptionsTests
{
    [Fact]
    public void FlagsAreRead()
    {
        var options = DatabaseOptions.Parse(["--connection", "Server=here", "--allow-sakila-changes", "--scale", "7", "--sakila", "dump.zip"]);

        Assert.Equal(("Server=here", "dump.zip", 7, true), (options.Connection, options.Dump, options.Scale, options.AllowSakilaChanges));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("many")]
    public void AScaleOutsideOneToAHundredIsRefused(string scale)
    {
        var refusal = Assert.Throws<DatabaseException>(() => DatabaseOptions.Parse(["--connection", "x", "--scale", scale]));
        Assert.Contains(scale, refusal.Message);
    }

    [Fact]
    public void AnUnknownFlagIsRefusedByName() =>
        Assert.Contains("--sakilla", Assert.Throws<DatabaseException>(() => DatabaseOptions.Parse(["--connection", "x", "--sakilla", "y"])).Message);
}
