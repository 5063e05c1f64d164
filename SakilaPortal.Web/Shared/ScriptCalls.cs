using Microsoft.JSInterop;

namespace SakilaPortal.Web.Shared;

internal static class ScriptCalls
{
    /// <summary>Takes down what a component put up in the browser. At its end the browser may have gone, or never have been there.</summary>
    public static async ValueTask TakeDownAsync(this IJSRuntime script, string function)
    {
        try
        {
            await script.InvokeVoidAsync(function);
        }
        catch (Exception e) when (e is JSDisconnectedException or InvalidOperationException)
        {
            // Nothing is left to take down.
        }
    }
}
