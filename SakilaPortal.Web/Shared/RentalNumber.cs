using System.Globalization;

namespace SakilaPortal.Web.Shared;

/// <summary>A rental's number as people write it: "16050", "16,050", "#16050" and "rental 16050" are all that rental.</summary>
internal static class RentalNumber
{
    private const string Word = "rental";

    /// <summary>Null when the text is no such number.</summary>
    public static int? Find(string text)
    {
        var number = text.Trim();
        if (number.StartsWith(Word, StringComparison.OrdinalIgnoreCase))
            number = number[Word.Length..].Trim();
        return int.TryParse(number.TrimStart('#'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var found) ? found : null;
    }
}
