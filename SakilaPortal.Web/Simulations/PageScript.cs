using Microsoft.JSInterop;

namespace SakilaPortal.Web.Simulations;

/// <summary>What the simulator's pages do in the browser, out of <c>template-editor.js</c>, fetched when it is first needed.</summary>
internal sealed class PageScript(IJSRuntime script) : IAsyncDisposable
{
    private Task<IJSObjectReference>? module;

    public async Task CallAsync(string function, params object?[] arguments)
    {
        module ??= script.InvokeAsync<IJSObjectReference>("import", "/template-editor.js").AsTask();
        await (await module).InvokeVoidAsync(function, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
                await (await module).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the module with it.
        }
    }
}
