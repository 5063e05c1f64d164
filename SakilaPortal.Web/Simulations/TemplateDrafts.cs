using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Web.Simulations;

/// <summary>What is being written in the simulator.</summary>
/// <param name="Template">The template that it began with.</param>
/// <param name="Built">The text that the builder wrote last, if it did.</param>
internal sealed record TemplateDraft(Template? Template, string Body, EventPlan Builder, string? Built);

/// <summary>Keeps what is being written for as long as the browser's tab is open, encrypted for this person, so that a look at another page costs nothing.</summary>
internal sealed class TemplateDrafts(ProtectedSessionStorage storage, AuthenticationStateProvider people)
{
    private const string Key = "template-draft";

    public async Task<TemplateDraft?> FindAsync()
    {
        try
        {
            return (await storage.GetAsync<TemplateDraft>(await PurposeAsync(), Key)).Value;
        }
        catch (Exception e) when (e is CryptographicException or JsonException || IsWithoutBrowser(e))
        {
            // Another person's, an older version's, or none.
            return null;
        }
    }

    public async Task KeepAsync(TemplateDraft draft)
    {
        try
        {
            await storage.SetAsync(await PurposeAsync(), Key, draft);
        }
        catch (Exception e) when (IsWithoutBrowser(e))
        {
            // The browser has gone, or does not allow storage.
        }
    }

    private async Task<string> PurposeAsync() => $"{Key} of {(await people.GetAuthenticationStateAsync()).User.Identity?.Name}";

    private static bool IsWithoutBrowser(Exception e) => e is JSException or JSDisconnectedException or TaskCanceledException or InvalidOperationException;
}
