using System.Globalization;
using System.Text.RegularExpressions;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>A time as vendors write it, such as <c>2021-12-06T19:30:19.099+0100</c>.</summary>
internal static partial class OffsetTime
{
    /// <summary>Reads one; without an offset it is taken for UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        var match = Form().Match(text);
        if (!match.Success)
            return false;
        var offset = match.Groups["offset"].Value is "" or "Z" or "z" ? "+00:00" : match.Groups["hours"].Value + ":" + (match.Groups["minutes"].Success ? match.Groups["minutes"].Value : "00");
        return DateTimeOffset.TryParse(
            $"{match.Groups["date"].Value}T{match.Groups["clock"].Value}{offset}", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    [GeneratedRegex(@"^\s*(?<date>\d{4}-\d\d-\d\d)[T ](?<clock>\d\d:\d\d(:\d\d(\.\d{1,7})?)?)\s*(?<offset>[Zz]|(?<hours>[+-]\d\d):?(?<minutes>\d\d)?)?\s*$")]
    private static partial Regex Form();
}
