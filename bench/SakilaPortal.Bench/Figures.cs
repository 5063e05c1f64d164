namespace SakilaPortal.Bench;

/// <summary>Prints what was measured: minimum, median, 95th percentile and maximum, in milliseconds.</summary>
internal static class Figures
{
    public static void Print(string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        Console.WriteLine($"{what,-32} n={sorted.Count,-5} min {sorted[0],8:F1}  p50 {At(sorted, 0.5),8:F1}  p95 {At(sorted, 0.95),8:F1}  max {sorted[^1],8:F1}  ms");
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, Math.Floor(share * sorted.Count))];
}
