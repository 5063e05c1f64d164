using Bunit;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports;
using SakilaPortal.Web.Shared.Charts;

namespace SakilaPortal.Web.Tests.Reports;

public sealed class ResultChartTests : BunitContext
{
    private static readonly ResultColumn State = new("state", "varchar"), Kind = new("kind", "varchar"), Month = new("month", "varchar"), Streams = new("streams", "bigint"), Year = new("year", "integer");

    private static readonly string?[][] ByState = [["Ohio", "5"], ["Texas", "12"], ["Utah", "3"], [null, "1"]];
    private static readonly string?[][] ByMonthAndKind = [["2026-01", "rent", "3"], ["2026-01", "buy", "1"], ["2026-02", "rent", "5"], ["2026-03", "buy", "2"]];

    [Fact]
    public void StatesAreDrawnAsAMapAndByWishAsAnythingElse()
    {
        var data = ResultChart.Of([State, Streams], ByState);
        Assert.Equal([ChartKind.Map, ChartKind.Bar, ChartKind.Line, ChartKind.Pie, ChartKind.Bars, ChartKind.Table], ResultChart.Kinds(data, [State, Streams], null));
        Assert.Equal(ChartKind.Pie, ResultChart.Kinds(data, [State, Streams], "pie")[0]);
        var map = Render<StateMap>(parameters => parameters.Add(chart => chart.Data, data));
        Assert.Equal("Map of streams by state, 3 states: Texas 12, Ohio 5, Utah 3.", map.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(51, map.FindAll("g.tile").Count);
    }

    [Fact]
    public void TimesAreDrawnAsLinesWithOneForEachKind()
    {
        var data = ResultChart.Of([Month, Kind, Streams], ByMonthAndKind)!;
        Assert.Equal(ChartKind.Line, ResultChart.Kinds(data, [Month, Kind, Streams], null)[0]);
        Assert.Equal(["rent", "buy"], data.Series.Select(series => series.Name));
        Assert.Equal([3, 5, null], data.Series[0].Values);
        var chart = Render<LineChart>(parameters => parameters.Add(line => line.Data, data));
        Assert.Contains("rent: from 3 at 2026-01 to 5 at 2026-02, highest 5 at 2026-02, lowest 3 at 2026-01.", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(2, chart.FindAll("path").Count);
    }

    [Theory]
    [InlineData(6, "1 2 3 4 5 6")]
    [InlineData(7, "1 3 5 7")]
    [InlineData(24, "1 6 11 16 21")]
    public void ALineNamesItsTimesAtEvenSteps(int count, string named)
    {
        var data = new ChartData("month", "streams", [.. Enumerable.Range(1, count).Select(month => $"{month}")], [new("streams", [.. Enumerable.Repeat<double?>(1, count)])]);
        var chart = Render<LineChart>(parameters => parameters.Add(line => line.Data, data));
        Assert.Equal(named, string.Join(' ', chart.FindAll(".line-labels span").Select(name => name.TextContent)));
    }

    [Fact]
    public void PartsAreStackedWithTheWholeInWords()
    {
        var chart = Render<StackedChart>(parameters => parameters.Add(stacked => stacked.Data, ResultChart.Of([Month, Kind, Streams], ByMonthAndKind)));
        Assert.Equal("Stacked bars of streams by month: 2026-01 4, 2026-02 5, 2026-03 2. Parts: rent 8, buy 3.", chart.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void APieNamesItsShares()
    {
        var chart = Render<PieChart>(parameters => parameters.Add(pie => pie.Data, ResultChart.Of([Kind, Streams], [["rent", "3"], ["buy", "1"]])));
        Assert.Equal("Pie chart of streams by kind: rent 3, 75.0%, buy 1, 25.0%.", chart.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData("year", "integer", "2005", "2005")]
    [InlineData("film_id", "bigint", "1000", "1000")]
    [InlineData("streams", "bigint", "1234567", "1,234,567")]
    [InlineData("total", "decimal(38,2)", "-1234.50", "-1,234.50")]
    [InlineData("title", "varchar", "1234567", "1234567")]
    [InlineData("streams", "bigint", null, "–")]
    [InlineData("sales_a_day", "decimal(18,2)", "1234.50", "1,234.50")]
    [InlineData("number_of_films", "bigint", "1000", "1,000")]
    [InlineData("watched", "double", "5.0E-5", "0.00005")]
    [InlineData("watched", "double", "1.0E-7", "1E-7")]
    [InlineData("watched", "double", "-1.234E-40", "-1.23E-40")]
    [InlineData("watched", "double", "1.23456789E7", "12,345,678.9")]
    [InlineData("watched", "double", "34.19354838709677", "34.193548")]
    [InlineData("watched", "double", "1.0E300", "1.0E300")]
    [InlineData("watched", "double", "0.0", "0")]
    public void OnlyWhatMeasuresIsGrouped(string name, string type, string? text, string shown) => Assert.Equal(shown, ResultChart.Show(new(name, type), text));

    [Fact]
    public void DifferentMeasuresAreNeverAddedUp()
    {
        ResultColumn[] columns = [new("store", "varchar"), new("store_id", "integer"), new("sales", "decimal(38,2)"), new("payments", "bigint")];
        var data = ResultChart.Of(columns, [["Woodridge", "2", "33731.76", "8122"], ["Lethbridge", "1", "33679.79", "7927"]])!;
        Assert.DoesNotContain(ChartKind.Stacked, ResultChart.Kinds(data, columns, "stacked"));
        Assert.Equal(ChartKind.Bar, ResultChart.Kinds(data, columns, null)[0]);
        Assert.Equal("sales by store", RunText.ChartTitle(data, ChartKind.Pie));
        Assert.Equal("sales, payments by store", RunText.ChartTitle(data, ChartKind.Line));
        Assert.Equal("Pie chart of sales by store: Woodridge 33,731.76, 50.0%, Lethbridge 33,679.79, 50.0%.", Alternative(data, ChartKind.Pie));
        Assert.Equal("Bar chart of sales: Woodridge 33,731.76, Lethbridge 33,679.79.", Alternative(data, ChartKind.Bar));
    }

    [Fact]
    public void AMapOfSeveralMeasuresShowsTheFirst()
    {
        ResultColumn[] columns = [State, Streams, new("rents", "bigint")];
        var data = ResultChart.Of(columns, [["Ohio", "5", "2"], ["Texas", "12", "9"], ["Utah", "3", "3"]])!;
        Assert.Equal(ChartKind.Map, ResultChart.Kinds(data, columns, null)[0]);
        Assert.Equal("Map of streams by state, 3 states: Texas 12, Ohio 5, Utah 3.", Alternative(data, ChartKind.Map));
    }

    [Fact]
    public void BarsOfASplitMeasureShowTheWhole()
    {
        var data = ResultChart.Of([Month, Kind, Streams], ByMonthAndKind)!;
        Assert.Equal("streams by month", RunText.ChartTitle(data, ChartKind.Bar));
        Assert.Equal("Bar chart of streams: 2026-01 4, 2026-02 5, 2026-03 2.", Alternative(data, ChartKind.Bar));
    }

    [Fact]
    public void AveragesAreNoPartsOfAWhole()
    {
        ResultColumn[] columns = [Month, Kind, new("average_minutes", "double")];
        var data = ResultChart.Of(columns, ByMonthAndKind)!;
        Assert.DoesNotContain(ChartKind.Stacked, ResultChart.Kinds(data, columns, null));
        Assert.Equal("average_minutes of rent by month", RunText.ChartTitle(data, ChartKind.Bar));
        Assert.False(ResultChart.IsSummed(new("purchases_per_100_rents", "decimal(18,2)")));
    }

    [Fact]
    public void SmallFiguresOfAChartKeepTheirDigits() =>
        Assert.Equal(["0.005", "5E-5", "0", "0.25", "1,234.5"], new[] { 0.005, 0.00005, 0, 0.25, 1234.5 }.Select(ChartText.Number));

    private string? Alternative(ChartData data, ChartKind kind) =>
        Render<ChartView>(parameters => parameters.Add(chart => chart.Data, data).Add(chart => chart.Kind, kind)).Find("[role=img]").GetAttribute("aria-label");

    [Fact]
    public void AYearNamesAndDoesNotMeasure()
    {
        var data = ResultChart.Of([Year, Streams], [["2005", "1"], ["2006", "2"], ["2007", "9"]])!;
        Assert.Equal(["2005", "2006", "2007"], data.Labels);
        Assert.Equal("streams", data.Measure);
    }
}
