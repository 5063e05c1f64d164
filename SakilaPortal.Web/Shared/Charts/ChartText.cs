using System.Globalization;

namespace SakilaPortal.Web.Shared.Charts;

/// <summary>Charts in words, for who does not see them.</summary>
internal static class ChartText
{
    private const int MostNamed = 12;

    public static string Number(double value) => IsSmall(value) ? Small(value) : value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>Short enough for a label: 12.3k, 4M.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 1e9 => $"{(value / 1e9).ToString("0.#", CultureInfo.InvariantCulture)}bn",
        >= 1e6 => $"{(value / 1e6).ToString("0.#", CultureInfo.InvariantCulture)}M",
        >= 1e4 => $"{(value / 1e3).ToString("0", CultureInfo.InvariantCulture)}k",
        >= 1e3 => $"{(value / 1e3).ToString("0.#", CultureInfo.InvariantCulture)}k",
        _ => IsSmall(value) ? Small(value) : value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    // Two places would hold little or nothing of it.
    private static bool IsSmall(double value) => Math.Abs(value) is > 0 and < 0.1;

    private static string Small(double value) => value.ToString(Math.Abs(value) < 0.0001 ? "0.##E-0" : "0.#####", CultureInfo.InvariantCulture);

    public static string Values(string kind, ChartData data) =>
        $"{kind} of {data.Measure} by {data.Category}: {Listed(data.Labels.Select((label, i) => $"{label} {Number(data.Value(i))}").ToList())}.";

    public static string Series(string kind, ChartData data) =>
        $"{kind} of {data.Measure} by {data.Category}. {string.Join(" ", data.Series.Take(MostNamed).Select(series => Described(series, data.Labels)))}";

    private static string Described(ChartSeries series, IReadOnlyList<string> labels)
    {
        var known = series.Values.Select((value, i) => (Value: value, Label: labels[i])).Where(point => point.Value is not null).ToList();
        if (known.Count == 0)
            return $"{series.Name}: nothing.";
        var (highest, lowest) = (known.MaxBy(point => point.Value), known.MinBy(point => point.Value));
        return $"{series.Name}: from {Number(known[0].Value!.Value)} at {known[0].Label} to {Number(known[^1].Value!.Value)} at {known[^1].Label}, "
            + $"highest {Number(highest.Value!.Value)} at {highest.Label}, lowest {Number(lowest.Value!.Value)} at {lowest.Label}.";
    }

    private static string Listed(List<string> parts) =>
        parts.Count <= MostNamed * 2 ? string.Join(", ", parts) : $"{string.Join(", ", parts.Take(MostNamed * 2))} and {parts.Count - (MostNamed * 2)} more";
}
