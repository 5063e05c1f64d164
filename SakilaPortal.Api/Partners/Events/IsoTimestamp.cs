using System.Globalization;
using System.Text.RegularExpressions;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>Date, time and offset in ISO 8601, such as 2021-12-06T19:30:19.099+0100; seconds and their fraction may be left out.</summary>
internal static partial class IsoTimestamp
{
    private const int FarthestOffset = 14;

    public static bool IsValid(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
            return false;
        var seconds = match.Groups["seconds"].ValueSpan;
        return DateTime.TryParseExact(text.AsSpan(0, 16), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && (seconds.IsEmpty || int.Parse(seconds, CultureInfo.InvariantCulture) < 60)
            && (!match.Groups["hours"].Success || int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture) <= FarthestOffset);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:(?<seconds>\d\d)(\.\d{1,9})?)?(Z|[+-](?<hours>\d\d)(:?[0-5]\d)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
