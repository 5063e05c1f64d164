namespace SakilaPortal.Web.Shell;

/// <summary>What a person's browser keeps and says, known before the first byte of the page, so that nothing flashes.</summary>
/// <param name="Theme">light, dark, or system to follow the device.</param>
/// <param name="DeviceIsDark">What the device prefers, as its browser last said.</param>
/// <param name="TimeZone">IANA's name of the person's time zone.</param>
public sealed record Preferences(string Theme = Preferences.System, bool DeviceIsDark = false, string? TimeZone = null)
{
    public const string System = "system";
    public const string Light = "light";
    public const string Dark = "dark";

    public bool IsDark => Theme == Dark || (Theme == System && DeviceIsDark);

    public static Preferences From(HttpRequest request) => new(
        request.Cookies["theme"] is Light or Dark ? request.Cookies["theme"]! : System,
        request.Cookies["device"] == Dark,
        request.Cookies["zone"] is { } zone ? Uri.UnescapeDataString(zone) : null);
}
