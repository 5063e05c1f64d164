using System.Globalization;

namespace SakilaPortal.Web.Shared.Charts;

/// <summary>An axis of values that begins and ends at round numbers and holds zero.</summary>
internal sealed record ChartScale(double Low, double High, double Step)
{
    private const int Steps = 4;

    public static ChartScale For(IEnumerable<double> values)
    {
        var (low, high) = (0d, 0d);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        var step = Round((high - low is var span and > 0 ? span : 1) / Steps);
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((High - Low) / Step) + 1).Select(i => Low + (i * Step));

    /// <summary>The share of the axis below a value, in per cent.</summary>
    public double Percent(double value) => 100 * (value - Low) / (High - Low);

    public static string Css(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture);

    private static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 } * power;
    }
}
