using SakilaPortal.AppHost.Options;

namespace SakilaPortal.AppHost.Tests.Options;

public sealed class PortalOptionsTests
{
    [Fact]
    public void FlagsAreTakenOutOfWhatAspireReads()
    {
        var options = PortalOptions.Parse(["--data", "here", "--reset", "--scale=7", "--Ports:Web=0", "--stage", "test", "--Ports:Api", "5201"]);

        Assert.Equal(Path.GetFullPath("here"), options.Data);
        Assert.True(options.Reset);
        Assert.Equal(7, options.Scale);
        Assert.Equal("test", options.Stage);
        Assert.Equal(["--Ports:Web=0", "--Ports:Api=5201"], options.Remaining);
    }

    [Theory]
    [InlineData("--scale takes a whole number from 1 to 100, not '101'.", "--scale", "101")]
    [InlineData("--scale takes a whole number from 1 to 100, not 'x'.", "--scale=x")]
    [InlineData("--scale needs a number from 1 to 100 after it.", "--scale", "--reset")]
    [InlineData("--stage is dev, test or prod, not 'live'.", "--stage", "live")]
    [InlineData("--reset takes no value.", "--reset=yes")]
    [InlineData("--data needs a folder after it.", "--data")]
    [InlineData("'data' is not known here; --help lists the flags.", "data")]
    [InlineData("'--Prots:Web' is not known here; --help lists the flags.", "--Prots:Web=1")]
    public void AMistakeIsSaidInASentence(string sentence, params string[] arguments)
    {
        var refusal = Assert.Throws<StartException>(() => PortalOptions.Parse(arguments));

        Assert.Equal(sentence, refusal.Message);
        Assert.Equal(2, refusal.ExitCode);
    }
}
