using System.ComponentModel;
using System.Globalization;

namespace MudBlazor;

/// <summary>Between a value and the text in a field.</summary>
internal static class TextConverter<T>
{
    private static readonly Type Underlying = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);

    public static string? ToText(T? value, string? format) => value switch
    {
        null => null,
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>False when the text is no such value; <paramref name="error"/> says what it should be.</summary>
    public static bool TryParse(string? text, string? format, out T? value, out string? error)
    {
        value = default;
        error = null;
        if (typeof(T) == typeof(string))
        {
            value = (T?)(object?)text;
            return true;
        }
        if (string.IsNullOrWhiteSpace(text))
            return true;
        try
        {
            value = format is not null && Underlying == typeof(DateTime)
                ? (T)(object)DateTime.ParseExact(text, format, CultureInfo.InvariantCulture)
                : (T?)TypeDescriptor.GetConverter(Underlying).ConvertFromString(null, CultureInfo.InvariantCulture, text);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            error = Underlying == typeof(DateTime) ? "Not a valid date time" : "Not a valid number";
            return false;
        }
    }
}
