using System.Globalization;

namespace SakilaPortal.Api.Reports;

internal static class SpreadsheetCell
{
    /// <summary>A CSV field, quoted where needed. Text that begins like a formula gets an apostrophe before it; numbers stay numbers.</summary>
    public static string Write(string value)
    {
        if (value.Length > 0 && "=+-@\t\r".Contains(value[0]) && !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            value = $"'{value}";
        return value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"")}\"" : value;
    }
}
