using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Reports;

internal static class SpreadsheetCell
{
    /// <summary>A CSV field, quoted where needed. Text that begins like a formula is made plain.</summary>
    public static string Write(string value)
    {
        value = SpreadsheetText.Safe(value);
        return value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"")}\"" : value;
    }
}
