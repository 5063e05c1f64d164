namespace SakilaPortal.Web.Shared.Charts;

/// <summary>What a chart draws: a value of each series for each label.</summary>
/// <param name="Category">What the labels are of.</param>
/// <param name="Measure">What the values are.</param>
public sealed record ChartData(string Category, string Measure, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series)
{
    public double Total(int label) => Series.Sum(series => series.Values[label] ?? 0);

    public double Highest => Series.SelectMany(series => series.Values).Max() ?? 0;
}

/// <param name="Values">One for each label; null where there is none.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>Ways to draw a result. <see cref="Bars"/> is the table with bars in its cells.</summary>
public enum ChartKind { Table, Bars, Bar, Line, Stacked, Pie, Map }
