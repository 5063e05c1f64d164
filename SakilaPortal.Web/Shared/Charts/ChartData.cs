namespace SakilaPortal.Web.Shared.Charts;

/// <summary>What a chart draws: a value of each series for each label.</summary>
/// <param name="Category">What the labels are of.</param>
/// <param name="Measure">What the values are.</param>
/// <param name="AreParts">Whether the series are parts of one measure, which add up; else each is a measure of its own, such as dollars beside counts.</param>
public sealed record ChartData(string Category, string Measure, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series, bool AreParts = false)
{
    /// <summary>What a chart of one value a label draws.</summary>
    public string OneMeasure => AreParts ? Measure : Series[0].Name;

    /// <summary>That value: the whole of the parts, or the first measure.</summary>
    public double Value(int label) => AreParts ? Series.Sum(series => series.Values[label] ?? 0) : Series[0].Values[label] ?? 0;
}

/// <param name="Values">One for each label; null where there is none.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>Ways to draw a result. <see cref="Bars"/> is the table with bars in its cells.</summary>
public enum ChartKind { Table, Bars, Bar, Line, Stacked, Pie, Map }
