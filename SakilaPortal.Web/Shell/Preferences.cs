namespace SakilaPortal.Web.Shell;

/// <summary>What a person's browser keeps and says, known before the first byte of the page, so that nothing flashes.</summary>
/// <param name="Theme">light, dark, or system to follow the device.</param>
/// <param name="DeviceIsDark">What the device prefers, as its browser last said.</param>
/// <param name="TimeZone">IANA's name of the person's time zone.</param>
/// <param name="StoreId">The store at whose counter this browser stands, as last chosen.</param>
public sealed record Preferences(string Theme = Preferences.System, bool DeviceIsDark = false, string? TimeZone = null, int? StoreId = null)
{
    public const string StoreCookie = "store";
    public const string System = "system";
    public const string Light = "light";
    public const string Dark = "dark";

    public bool IsDark => Theme == Dark || (Theme == System && DeviceIsDark);

    public static Preferences From(HttpRequest request) => new(
        request.Cookies["theme"] is Light or Dark ? request.Cookies["theme"]! : System,
        request.Cookies["device"] == Dark,
        request.Cookies["zone"] is { } zone ? Uri.UnescapeDataString(zone) : null,
        int.TryParse(request.Cookies[StoreCookie], out var store) ? store : null);
}
