using System.Net;
using Bunit;
using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Accounts;
using SakilaPortal.Web.Accounts;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Accounts;

public sealed class UsersPageTests : FourStates<UsersPage>
{
    private static readonly User Ada = new(5, "ada", "Ada", "Lovelace", null, [Roles.Clerk]);

    private protected override string Route => "GET users";
    private protected override object Data => new Page<User>([Ada], 1);
    private protected override string Shows => "Lovelace";
    private protected override (object, string)? Empty => (new Page<User>([], 0), "No users");

    [Fact]
    public void ARoleIsGivenWithOneClickAndARefusalSaysWhy()
    {
        Api.Answer(Route, Data);
        Api.Answer("PUT users/5", Ada with { Roles = [Roles.Clerk, Roles.Analyst] });
        var page = Open<UsersPage>();
        page.WaitForText("Lovelace");

        page.InvokeAsync(() => Box(page, Roles.Analyst).ValueChanged.InvokeAsync(true));
        page.WaitForAssertion(() => Assert.True(Box(page, Roles.Analyst).Value));
        Assert.Contains("[\"clerk\",\"analyst\"]", Api.BodiesOf("PUT users/5").Single(), StringComparison.Ordinal);

        Api.Refuse("PUT users/5", HttpStatusCode.Conflict, "This is the last administrator; make another one first.");
        page.InvokeAsync(() => page.FindComponent<MudSwitch<bool>>().Instance.ValueChanged.InvokeAsync(false));
        page.WaitForText("This is the last administrator");
    }

    private static MudCheckBox<bool> Box(IRenderedComponent<UsersPage> page, string role) =>
        page.FindComponents<MudCheckBox<bool>>().Single(box => box.Instance.Label == role).Instance;
}

public sealed class AccountPageTests : PortalContext
{
    [Fact]
    public void ANewPasswordIsTypedTwiceAlike()
    {
        Fill("old one", "correct horse", "correct house").WaitForText("This is not the same as above.");
        Assert.Empty(Api.BodiesOf("POST password"));
    }

    [Fact]
    public void WhatTheApiSaysStandsAtItsField()
    {
        Api.Refuse("POST password", HttpStatusCode.UnprocessableEntity, "Impossible.", new { oldPassword = new[] { "This is not your password." } });
        Fill("old one", "correct horse", "correct horse").WaitForText("This is not your password.");
    }

    [Fact]
    public void AChangedPasswordLeadsToSigningInAgain()
    {
        Api.Answer("POST password", null, HttpStatusCode.NoContent);
        Fill("old one", "correct horse", "correct horse").WaitForText("Your password is changed.");
    }

    private IRenderedComponent<AccountPage> Fill(params string[] texts)
    {
        var page = Open<AccountPage>();
        for (var field = 0; field < texts.Length; field++)
            page.FindAll("form input")[field].Input(texts[field]);
        page.Find("form").Submit();
        return page;
    }
}
