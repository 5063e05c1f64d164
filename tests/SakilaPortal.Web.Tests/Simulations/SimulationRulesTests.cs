using System.Text.RegularExpressions;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Simulations;

namespace SakilaPortal.Web.Tests.Simulations;

public sealed class SimulationRulesTests
{
    [Fact]
    public void TheBuilderWritesTheStandardEvent()
    {
        var text = new EventPlan { Distributors = ["a \"b\""], FirstFilm = 5, LastFilm = 9, States = ["Ohio", "Utah"], SimulatedTime = true }.ToTemplate();

        Assert.Contains("\"timestamp\": \"{{date.simTime}}\",", text);
        Assert.Contains("{{random.weightedArrayElement({\"weights\": [0.3, 0.1, 0.6], \"data\": [\"rent\", \"buy\", \"trailer\"]})}}", text);
        Assert.Contains("\"film_id\": {{random.number({\"min\": 5, \"max\": 9})}},", text);
        Assert.Contains("""{{random.arrayElement(["a \"b\""])}}""", text);
        Assert.Contains("\"state\": \"{{random.arrayElement([\"Ohio\", \"Utah\"])}}\"\n}", text);
        Assert.Equal(50, EventPlan.AllStates.Distinct().Count());
    }

    [Theory]
    [InlineData(0, 0, 0, 1, 10, "weight")]
    [InlineData(1, -1, 1, 1, 10, "weight")]
    [InlineData(1, 0, 0, 10, 9, "film numbers")]
    public void AChoiceThatMakesNoEventIsExplained(double rent, double buy, double trailer, int first, int last, string says) =>
        Assert.Contains(says, new EventPlan { Rent = rent, Buy = buy, Trailer = trailer, FirstFilm = first, LastFilm = last }.Problem);

    [Fact]
    public void RatesAreThoseBetweenSamplesAndNeverBelowNothing()
    {
        var at = Sample.Now;
        var rates = Rate.Between([new(at, 0, 0, 0, 0, 0), new(at.AddSeconds(2), 0, 100, 0, 0, 50), new(at.AddSeconds(2.1), 0, 110, 0, 0, 60), new(at.AddSeconds(3), 0, 90, 0, 0, 60)]);

        Assert.Equal([50, 0], rates.Select(rate => rate.Accepted));
        Assert.Equal([25, 10], rates.Select(rate => rate.Landed));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1.2, 2)]
    [InlineData(49_000, 50_000)]
    [InlineData(50_001, 100_000)]
    public void AScaleEndsAtARoundFigure(double highest, double top) => Assert.Equal(top, RateScale.Top(highest));

    [Fact]
    public void ColumnsOfAWeekKeepTheirDays()
    {
        var week = WeekPlan.OfficeHours(10);
        Assert.Equal((0.5, 10, 10, 0.5), (week.Hours[0][10], week.Hours[1][10], week.Hours[5][16], week.Hours[5][17]));
        Assert.Equal(3, week.With(6, 23, 3).Hours[6][23]);
        Assert.Matches(new Regex("^Sun$"), WeekPlan.DayNames[0]);
    }
}
