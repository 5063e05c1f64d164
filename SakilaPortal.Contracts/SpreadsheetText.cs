using System.Globalization;

namespace SakilaPortal.Contracts;

/// <summary>Text that goes to a spreadsheet, by a file or by the clipboard.</summary>
public static class SpreadsheetText
{
    /// <summary>Text that begins like a formula gets an apostrophe before it; numbers stay numbers.</summary>
    public static string Safe(string value) =>
        value.Length > 0 && "=+-@\t\r".Contains(value[0]) && !(double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            ? $"'{value}"
            : value;
}
