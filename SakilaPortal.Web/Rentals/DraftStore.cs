using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Web.Rentals;

/// <param name="Unanswered">The request that was sent and not answered; sent again as it is, with the draft's key, it is made once.</param>
internal sealed record KeptDraft(RentalDraft Draft, CreateBasketRequest? Unanswered, DateTime KeptAt);

/// <summary>
/// Keeps what is being entered in the browser, encrypted, so that a lost connection or a restarted server costs nothing. Each person's is in a place
/// of its own, so that nobody at the same machine reads or removes another's.
/// </summary>
internal sealed class DraftStore(ProtectedLocalStorage storage, AuthenticationStateProvider people)
{
    public async Task<KeptDraft?> FindAsync()
    {
        try
        {
            return (await storage.GetAsync<KeptDraft>(await KeyAsync())).Value;
        }
        catch (Exception e) when (e is CryptographicException or JsonException || IsWithoutBrowser(e))
        {
            // An older version's, or none.
            return null;
        }
    }

    public Task KeepAsync(KeptDraft draft) => TryAsync(async () => await storage.SetAsync(await KeyAsync(), draft));

    public Task ForgetAsync() => TryAsync(async () => await storage.DeleteAsync(await KeyAsync()));

    private async Task<string> KeyAsync() => $"rental-draft of {(await people.GetAuthenticationStateAsync()).User.Identity?.Name}";

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
