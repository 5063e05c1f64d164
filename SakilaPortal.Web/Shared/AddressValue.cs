using System.Globalization;

namespace SakilaPortal.Web.Shared;

/// <summary>What stands in an address as a number or a flag. People edit addresses and pass them on cut short: what is none counts as not given.</summary>
internal static class AddressValue
{
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? LongNumber(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A list's page, from 1 on.</summary>
    public static int Page(string? text) => Math.Max(1, Number(text) ?? 1);

    public static bool Flag(string? text) => bool.TryParse(text, out var on) && on;
}
