using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using SakilaPortal.Contracts.Accounts;
using SakilaPortal.Web.Backend;
using Text = SakilaPortal.Web.Accounts.RegisterText;

namespace SakilaPortal.Web.Accounts;

public sealed partial class RegisterPage
{
    private ApiException? problem;

    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    [Inject] private AccountsClient Accounts { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm] private Application? Input { get; set; }

    // A password is never sent back to be shown again.
    private IEnumerable<(string Field, string Label, InputType Kind, string Complete, string? Value)> Fields =>
    [
        (nameof(Application.UserName), Text.UserName, InputType.Text, "username", Input?.UserName),
        (nameof(Application.Names), Text.Names, InputType.Text, "given-name", Input?.Names),
        (nameof(Application.Surnames), Text.Surnames, InputType.Text, "family-name", Input?.Surnames),
        (nameof(Application.BirthDate), Text.BirthDate, InputType.Date, "bday", Input?.BirthDate),
        (nameof(Application.Password), Text.Password, InputType.Password, "new-password", null),
        (nameof(Application.BootstrapCode), Text.Code, InputType.Text, "off", Input?.BootstrapCode),
    ];

    private string? ErrorOf(string field) => problem?.For(JsonNamingPolicy.CamelCase.ConvertName(field));

    private async Task RegisterAsync()
    {
        DateOnly? birthDate = DateOnly.TryParse(Input?.BirthDate, CultureInfo.InvariantCulture, out var day) ? day : null;
        try
        {
            var user = await Accounts.RegisterAsync(
                new(Input?.UserName, Input?.Names, Input?.Surnames, birthDate, Input?.Password, string.IsNullOrWhiteSpace(Input?.BootstrapCode) ? null : Input.BootstrapCode), Context.RequestAborted);
            Navigation.NavigateTo($"{SessionSetup.SignInPath}?registered={Uri.EscapeDataString(user.UserName)}");
        }
        catch (ApiException e)
        {
            problem = e;
        }
    }

    internal sealed class Application
    {
        public string? UserName { get; set; }

        public string? Names { get; set; }

        public string? Surnames { get; set; }

        public string? BirthDate { get; set; }

        public string? Password { get; set; }

        public string? BootstrapCode { get; set; }
    }
}
