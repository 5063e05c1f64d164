using System.Globalization;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Shared.Charts;

namespace SakilaPortal.Web.Reports;

/// <summary>Finds what of a result can be drawn, and how it is drawn best.</summary>
internal static class ResultChart
{
    public const int MostRows = 1000;
    private const int MostSeries = 8;
    private const string None = "(none)";

    // Numbers that name something rather than count it.
    private static readonly string[] Naming = ["id", "key", "year", "quarter", "month", "week", "day", "hour", "store", "number", "no"];
    private static readonly string[] Times = ["date", "day", "month", "week", "quarter", "year", "hour", "time", "timestamp"];
    private static readonly string[] NeverSummed = ["avg", "average", "median", "mean", "share", "percent", "pct", "ratio", "rate", "conversion", "gib", "minutes", "max", "min"];

    public static bool IsNumber(ResultColumn column) =>
        column.Type.Split('(')[0] is "tinyint" or "smallint" or "int" or "integer" or "bigint" or "float" or "real" or "double" or "decimal";

    /// <summary>A number that measures: it has a bar, a sum and separators of thousands.</summary>
    public static bool IsMeasure(ResultColumn column) => IsNumber(column) && !HasWord(column, Naming);

    public static bool IsSummed(ResultColumn column) => IsMeasure(column) && !HasWord(column, NeverSummed);

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
        var isSplit = data.Series.Count > 1;
        var best = isMap && !isSplit ? ChartKind.Map : isTime && data.Labels.Count > 2 ? ChartKind.Line : isSplit ? ChartKind.Stacked : ChartKind.Bar;
        var all = new List<ChartKind> { best, ChartKind.Bar, ChartKind.Line, ChartKind.Stacked, ChartKind.Pie, ChartKind.Map, ChartKind.Bars, ChartKind.Table };
        if (Enum.TryParse<ChartKind>(asked, ignoreCase: true, out var wanted))
            all.Insert(0, wanted);
        return [.. all.Distinct().Where(kind => (kind != ChartKind.Map || isMap) && (kind != ChartKind.Stacked || isSplit))];
    }

    /// <summary>A cell as people read it: measures grouped, everything else as it is.</summary>
    public static string Show(ResultColumn column, string? text) => text is null ? "–"
        : IsMeasure(column) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(text.Contains('.') ? $"N{Math.Min(6, text.Length - text.IndexOf('.') - 1)}" : "N0", CultureInfo.InvariantCulture)
            : text;

    private static ChartData Plain(
        IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows, List<string> labels, int name, IReadOnlyList<int> measures)
    {
        var places = labels.Select((label, i) => (label, i)).ToDictionary();
        var series = measures.Take(MostSeries).Select(measure => new ChartSeries(columns[measure].Name, Sums(rows, labels.Count, row => places[row[name] ?? None], measure))).ToList();
        return new(columns[name].Name, series.Count == 1 ? series[0].Name : string.Join(", ", series.Select(one => one.Name)), labels, series);
    }

    private static ChartData Pivoted(
        IReadOnlyList<ResultColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows, List<string> labels, int name, int split, int measure)
    {
        var places = labels.Select((label, i) => (label, i)).ToDictionary();
        var parts = rows.GroupBy(row => row[split] ?? None).OrderByDescending(part => part.Sum(row => Number(row[measure]) ?? 0)).ToList();
        var series = parts.Take(parts.Count > MostSeries ? MostSeries - 1 : MostSeries)
            .Select(part => new ChartSeries(part.Key, Sums(part, labels.Count, row => places[row[name] ?? None], measure))).ToList();
        if (parts.Count > series.Count)
            series.Add(new($"{parts.Count - series.Count} others", Sums(parts.Skip(series.Count).SelectMany(part => part), labels.Count, row => places[row[name] ?? None], measure)));
        return new(columns[name].Name, columns[measure].Name, labels, series);
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

    private static bool HasWord(ResultColumn column, string[] words) => column.Name.Split('_', ' ').Any(part => words.Contains(part, StringComparer.OrdinalIgnoreCase));
}
