using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Web.Rentals;

/// <summary>A request that was sent and not answered; sent again as it is, with its key, it is made once.</summary>
internal sealed record Unanswered(CreateBasketRequest Request, string Key);

internal sealed record KeptDraft(RentalDraft Draft, Unanswered? Unanswered, DateTime KeptAt);

/// <summary>Keeps what is being entered in the browser, encrypted for this person, so that a lost connection or a restarted server costs nothing.</summary>
internal sealed class DraftStore(ProtectedLocalStorage storage, AuthenticationStateProvider people)
{
    private const string Key = "rental-draft";

    public async Task<KeptDraft?> FindAsync()
    {
        try
        {
            return (await storage.GetAsync<KeptDraft>(await PurposeAsync(), Key)).Value;
        }
        catch (Exception e) when (e is CryptographicException or JsonException || IsWithoutBrowser(e))
        {
            // Another person's, an older version's, or none.
            return null;
        }
    }

    public Task KeepAsync(KeptDraft draft) => TryAsync(async () => await storage.SetAsync(await PurposeAsync(), Key, draft));

    public Task ForgetAsync() => TryAsync(async () => await storage.DeleteAsync(Key));

    private async Task<string> PurposeAsync() => $"{Key} of {(await people.GetAuthenticationStateAsync()).User.Identity?.Name}";

    // A draft that cannot be kept must not keep a clerk from going on.
    private static async Task TryAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
        }
        catch (Exception e) when (IsWithoutBrowser(e))
        {
            // The browser has gone, or does not allow storage.
        }
    }

    private static bool IsWithoutBrowser(Exception e) => e is JSException or JSDisconnectedException or TaskCanceledException or InvalidOperationException;
}
