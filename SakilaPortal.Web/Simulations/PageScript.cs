using Microsoft.JSInterop;

namespace SakilaPortal.Web.Simulations;

/// <summary>What the simulator's pages do in the browser, out of <c>template-editor.js</c>: fetched when it is first needed, and gone with the circuit.</summary>
internal sealed class PageScript(IJSRuntime script)
{
    private Task<IJSObjectReference>? module;

    public async Task CallAsync(string function, params object?[] arguments)
    {
        module ??= script.InvokeAsync<IJSObjectReference>("import", "/template-editor.js").AsTask();
        await (await module).InvokeVoidAsync(function, arguments);
    }
}
