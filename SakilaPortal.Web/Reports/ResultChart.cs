using System.Globalization;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Shared.Charts;

namespace SakilaPortal.Web.Reports;

/// <summary>Finds what of a result can be drawn, and how it is drawn best.</summary>
internal static class ResultChart
{
    public const int MostRows = 1000;
    private const int MostSeries = 8;
    private const int MostPlaces = 6;
    private const double LeastInPlaces = 1e-5;
    private const string None = "(none)";

    private static readonly string[] Times = ["date", "day", "month", "week", "quarter", "year", "hour", "time", "timestamp"];
    private static readonly string[] NeverSummed = ["avg", "average", "median", "mean", "share", "percent", "pct", "ratio", "rate", "conversion", "gib", "minutes", "max", "min"];

    public static bool IsNumber(ResultColumn column) => ColumnMeaning.IsNumber(column);

    /// <summary>A number that measures: it has a bar and separators of thousands.</summary>
    public static bool IsMeasure(ResultColumn column) => ColumnMeaning.IsMeasure(column);

    public static bool IsSummed(ResultColumn column) => IsMeasure(column) && !ColumnMeaning.IsForEach(column) && !HasWord(column, NeverSummed);

    public static ChartData? Of(IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var measures = Indexes(columns, IsMeasure);
        if (measures.Count == 0)
            measures = [.. Indexes(columns, IsNumber).TakeLast(1)];
        var names = Enumerable.Range(0, columns.Count).Except(measures).ToList();
        if (measures.Count == 0 || names.Count == 0 || rows.Count == 0)
            return null;
        var labels = rows.Select(row => row[names[0]] ?? None).Distinct().ToList();
        return names.Count > 1 && labels.Count < rows.Count
            ? Pivoted(columns, rows, labels, names[0], names[1], measures[0])
            : Plain(columns, rows, labels, names[0], measures);
    }

    /// <summary>The ways that suit the data, the best one first.</summary>
    public static IReadOnlyList<ChartKind> Kinds(ChartData? data, IReadOnlyList<ResultColumn> columns, string? asked)
    {
        if (data is null)
            return [ChartKind.Table];
        var isTime = columns.FirstOrDefault(column => column.Name == data.Category) is { } category
            && (category.Type.StartsWith("date", StringComparison.Ordinal) || category.Type.StartsWith("timestamp", StringComparison.Ordinal) || HasWord(category, Times));
        var isMap = data.Labels.Count(label => UsStates.Find(label) is not null) is var states && states >= 3 && states * 2 > data.Labels.Count;
        var isSplit = data.AreParts && data.Series.Count > 1;
        var best = isMap && !isSplit ? ChartKind.Map : isTime && data.Labels.Count > 2 ? ChartKind.Line : isSplit ? ChartKind.Stacked : ChartKind.Bar;
        var all = new List<ChartKind> { best, ChartKind.Bar, ChartKind.Line, ChartKind.Stacked, ChartKind.Pie, ChartKind.Map, ChartKind.Bars, ChartKind.Table };
        if (Enum.TryParse<ChartKind>(asked, ignoreCase: true, out var wanted))
            all.Insert(0, wanted);
        return [.. all.Distinct().Where(kind => (kind != ChartKind.Map || isMap) && (kind != ChartKind.Stacked || isSplit))];
    }

    /// <summary>A cell as people read it: measures grouped, everything else as it is.</summary>
    public static string Show(ResultColumn column, string? text) => text is null ? "–"
        : !IsMeasure(column) || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? text
        : Number(text) is { } small && small != 0 && Math.Abs(small) < LeastInPlaces ? small.ToString("0.##E-0", CultureInfo.InvariantCulture)
        : number.ToString(column.Type.StartsWith("decimal", StringComparison.Ordinal) ? $"N{Math.Min(MostPlaces, (int)number.Scale)}" : "#,##0.######", CultureInfo.InvariantCulture);

    private static ChartData Plain(
        IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows, List<string> labels, int name, IReadOnlyList<int> measures)
    {
        var places = labels.Select((label, i) => (label, i)).ToDictionary();
        var series = measures.Take(MostSeries).Select(measure => new ChartSeries(columns[measure].Name, Sums(rows, labels.Count, row => places[row[name] ?? None], measure))).ToList();
        return new(columns[name].Name, string.Join(", ", series.Select(one => one.Name)), labels, series);
    }

    private static ChartData Pivoted(
        IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows, List<string> labels, int name, int split, int measure)
    {
        var places = labels.Select((label, i) => (label, i)).ToDictionary();
        var isSummed = IsSummed(columns[measure]);
        var parts = rows.GroupBy(row => row[split] ?? None).OrderByDescending(part => part.Sum(row => Number(row[measure]) ?? 0)).ToList();
        var series = parts.Take(parts.Count > MostSeries ? MostSeries - 1 : MostSeries).Select(part => Part(part.Key, part)).ToList();
        if (parts.Count > series.Count && isSummed)
            series.Add(Part($"{parts.Count - series.Count} others", parts.Skip(series.Count).SelectMany(part => part)));
        return new(columns[name].Name, columns[measure].Name, labels, series, isSummed);

        // Averages and the like are no parts of a whole, so that each says what it is of.
        ChartSeries Part(string part, IEnumerable<IReadOnlyList<string?>> of) =>
            new(isSummed ? part : $"{columns[measure].Name} of {part}", Sums(of, labels.Count, row => places[row[name] ?? None], measure));
    }

    private static double?[] Sums(IEnumerable<IReadOnlyList<string?>> rows, int count, Func<IReadOnlyList<string?>, int> place, int measure)
    {
        var sums = new double?[count];
        foreach (var row in rows)
            if (Number(row[measure]) is { } value)
                sums[place(row)] = (sums[place(row)] ?? 0) + value;
        return sums;
    }

    public static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static List<int> Indexes(IReadOnlyList<ResultColumn> columns, Func<ResultColumn, bool> suits) =>
        [.. Enumerable.Range(0, columns.Count).Where(i => suits(columns[i]))];

    private static bool HasWord(ResultColumn column, string[] words) => ColumnMeaning.Words(column).Any(words.Contains);
}
