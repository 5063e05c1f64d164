using System.Globalization;

namespace SakilaPortal.Web.Shared;

/// <summary>Numbers as people read them.</summary>
internal static class Figures
{
    private static readonly string[] Units = ["bytes", "KB", "MB", "GB", "TB"];

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Plural(long count, string one) => $"{Count(count)} {one}{(count == 1 ? "" : "s")}";

    public static string Rate(double perSecond) => perSecond.ToString("#,##0.#", CultureInfo.InvariantCulture);

    public static string Money(decimal dollars) => dollars.ToString("$#,##0.00;-$#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>A price that may be a fraction of a cent.</summary>
    public static string Cost(decimal dollars) => dollars is > 0 and < 0.01m ? $"${dollars.ToString("0.######", CultureInfo.InvariantCulture)}" : Money(dollars);

    public static string Bytes(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1000 && unit < Units.Length - 1)
            (value, unit) = (value / 1000, unit + 1);
        return $"{value.ToString(unit == 0 ? "0" : "0.##", CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    public static string Duration(long milliseconds) => milliseconds < 1000
        ? $"{milliseconds} ms"
        : TimeSpan.FromMilliseconds(milliseconds) is { TotalMinutes: >= 1 } span
            ? $"{(int)span.TotalMinutes} min {span.Seconds} s"
            : $"{(milliseconds / 1000d).ToString("0.0", CultureInfo.InvariantCulture)} s";
}
