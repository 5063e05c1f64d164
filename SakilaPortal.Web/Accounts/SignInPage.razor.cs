using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Accounts;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Accounts;

public sealed partial class SignInPage
{
    private ApiException? problem;

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [Inject] private AccountsClient Accounts { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [SupplyParameterFromForm] private Credentials? Input { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    /// <summary>Who has registered just now.</summary>
    [SupplyParameterFromQuery] private string? Registered { get; set; }

    private string? ErrorOf(string field) => problem?.For(field);

    private async Task SignInAsync()
    {
        var (userName, password) = (Input?.UserName?.Trim(), Input?.Password);
        problem = Missing(userName, password);
        if (problem is not null)
            return;
        try
        {
            var tokens = await Accounts.LoginAsync(new LoginRequest(userName, password), Context.RequestAborted);
            var user = await Accounts.MeAsync(tokens.AccessToken, Context.RequestAborted);
            await Context.SignInAsync(SessionClaims.Create(tokens, user, Clock.GetUtcNow()), new() { IsPersistent = true });
        }
        catch (ApiException e)
        {
            problem = e;
            return;
        }
        Navigation.NavigateTo(LocalReturnUrl);
    }

    // Anything but a path of our own could lead a person who just signed in to somewhere else.
    private string LocalReturnUrl => ReturnUrl is ['/', not ('/' or '\\'), ..] ? ReturnUrl : "/";

    private static ApiException? Missing(string? userName, string? password)
    {
        var errors = new Dictionary<string, string[]>();
        if (string.IsNullOrEmpty(userName))
            errors["userName"] = [SignInText.UserNameMissing];
        if (string.IsNullOrEmpty(password))
            errors["password"] = [SignInText.PasswordMissing];
        return errors.Count == 0 ? null : new(null, "", errors);
    }

    internal sealed class Credentials
    {
        public string? UserName { get; set; }

        public string? Password { get; set; }
    }
}
