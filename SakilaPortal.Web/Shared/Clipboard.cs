using Microsoft.JSInterop;

namespace SakilaPortal.Web.Shared;

/// <summary>Copying to the person's clipboard, which a browser may refuse.</summary>
internal static class Clipboard
{
    public const string Refused = "The browser does not let this page copy.";

    /// <returns>Whether it is on the clipboard now.</returns>
    public static Task<bool> CopyAsync(this IJSRuntime script, string text) => script.InvokeAsync<bool>("portal.copy", text).AsTask();
}
