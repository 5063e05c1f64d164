using Bunit;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Tests.Shared;

public sealed class BarChartTests : BunitContext
{
    [Fact]
    public void AChartSaysItsFiguresInWords()
    {
        var chart = Render<BarChart>(parameters => parameters.Add(c => c.Measure, "streams").Add(c => c.Bars, [new("Sports", 1184), new("Music", 269)]));

        Assert.Equal("Bar chart of streams: Sports 1,184, Music 269.", chart.Find("[role=img]").GetAttribute("aria-label"));
    }
}
