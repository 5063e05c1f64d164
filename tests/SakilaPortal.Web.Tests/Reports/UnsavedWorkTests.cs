using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Reports.Dashboards;
using SakilaPortal.Web.Reports.Editor;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

/// <summary>What a person has written is not lost: not by leaving, not by another person's change, not by one click.</summary>
public sealed class UnsavedWorkTests : PortalContext
{
    private static readonly Dashboard Daily = new(7, "Every day", "What matters", [new("top")], "ada", "ada", Sample.Then);
    private readonly IRenderedComponent<MudDialogProvider> dialogs;

    public UnsavedWorkTests()
    {
        Api.Answer("GET reports/completions", new Completions([], [], []));
        Api.Answer("POST reports/checks", new DraftCheck([], []));
        Api.Answer("GET reports/top", Sample.Top with { Version = 2 });
        Api.Answer("GET reports", new Page<Report>([Sample.Top], 1));
        Api.Answer("GET dashboards/7", Daily);
        dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public void LeavingATextThatIsNotSavedIsAskedFor()
    {
        var page = Edited("SELECT 2");

        Navigation.NavigateTo("/films");
        Answer(page, "Stay here");
        Assert.EndsWith("/reports/top/edit", Navigation.Uri, StringComparison.Ordinal);

        Navigation.NavigateTo("/films");
        Answer(page, "Leave");
        Assert.EndsWith("/films", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherViewOfThePageAndASavedTextAreNotAskedFor()
    {
        var page = Edited("SELECT 2");
        Navigation.NavigateTo("/reports/top/edit?view=pie");
        Assert.EndsWith("?view=pie", Navigation.Uri, StringComparison.Ordinal);

        Api.Answer("PUT reports/top", Sample.Top);
        page.Button("Save").Click();
        page.WaitForAssertion(() => Assert.EndsWith("/reports/top", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void ATextThatOthersHaveChangedIsComparedBeforeItIsSavedOver()
    {
        var page = Edited("SELECT 'mine'");
        Api.Refuse("PUT reports/top", HttpStatusCode.Conflict, "Refused.", new { version = new[] { "bo has changed it since, to version 3." } });
        Api.Answer("GET reports/top", Sample.Top with { Sql = "SELECT 'theirs'", Version = 3 });
        page.Button("Save").Click();

        page.WaitForText("bo has changed it since, to version 3.");
        page.WaitForText("SELECT 'theirs'");
        Assert.Equal("SELECT 'mine'", page.Find("textarea").GetAttribute("value"));

        Api.Answer("PUT reports/top", Sample.Top);
        page.Button("Save mine over it").Click();
        page.WaitForAssertion(() => Assert.EndsWith("/reports/top", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal([2, 3], Api.BodiesOf("PUT reports/top").Select(body => JsonSerializer.Deserialize<ReportRequest>(body, JsonSerializerOptions.Web)!.Version));
    }

    [Fact]
    public void OnesOwnTextCanBeGivenUpForTheOther()
    {
        var page = Edited("SELECT 'mine'");
        Api.Refuse("PUT reports/top", HttpStatusCode.Conflict, "Refused.", new { version = new[] { "bo has changed it since." } });
        Api.Answer("GET reports/top", Sample.Top with { Sql = "SELECT 'theirs'", Version = 3 });
        page.Button("Save").Click();
        page.WaitForText("bo has changed it since.");

        page.Button("Go on with the saved text").Click();

        page.WaitForAssertion(() => Assert.Equal("SELECT 'theirs'", page.Find("textarea").GetAttribute("value")));
        Navigation.NavigateTo("/films");
        Assert.EndsWith("/films", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void LeavingADashboardThatIsNotSavedIsAskedFor()
    {
        var page = EditedDashboard();
        page.Find("button[aria-label='Take off: Top categories']").Click();

        Navigation.NavigateTo("/films");
        Answer(page, "Stay here");

        Assert.EndsWith("/dashboards/7/edit", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void ADashboardThatOthersHaveChangedIsSavedOverOnlyByWish()
    {
        var page = EditedDashboard();
        Api.Refuse("PUT dashboards/7", HttpStatusCode.Conflict, "Refused.", new { changedAt = new[] { "bo has changed it since." } });
        page.Button("Save").Click();
        page.WaitForText("bo has changed it since.");

        Api.Answer("PUT dashboards/7", Daily);
        page.Button("Save mine over it").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/dashboards/7", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal([Sample.Then, null], Api.BodiesOf("PUT dashboards/7").Select(body => JsonSerializer.Deserialize<DashboardRequest>(body, JsonSerializerOptions.Web)!.ChangedAt));
    }

    [Fact]
    public void ADashboardIsDeletedAfterAQuestion()
    {
        Api.Answer("DELETE dashboards/7", null, HttpStatusCode.NoContent);
        var page = EditedDashboard();

        page.Button("Delete").Click();
        Answer(page, "Keep it");
        Assert.Empty(Api.BodiesOf("DELETE dashboards/7"));

        page.Button("Delete").Click();
        Find(page, "Keep it").NextElementSibling!.Click();
        page.WaitForAssertion(() => Assert.EndsWith("/dashboards", Navigation.Uri, StringComparison.Ordinal));
        Assert.Single(Api.BodiesOf("DELETE dashboards/7"));
    }

    private IRenderedComponent<ReportEditorPage> Edited(string sql)
    {
        Navigation.NavigateTo("/reports/top/edit");
        var page = Open<ReportEditorPage>(parameters => parameters.Add(one => one.Id, "top"));
        page.WaitForText("Try it");
        page.Find("textarea").Input(sql);
        return page;
    }

    private IRenderedComponent<DashboardEditorPage> EditedDashboard()
    {
        Navigation.NavigateTo("/dashboards/7/edit");
        var page = Open<DashboardEditorPage>(parameters => parameters.Add(one => one.Id, 7));
        page.WaitForText("Top categories");
        return page;
    }

    private void Answer<TPage>(IRenderedComponent<TPage> page, string text) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        Find(page, text).Click();
        page.WaitForAssertion(() => Assert.Null(Button(page, text)));
    }

    private IElement Find<TPage>(IRenderedComponent<TPage> page, string text) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        page.WaitForAssertion(() => Assert.NotNull(Button(page, text)));
        return Button(page, text)!;
    }

    // A dialog stands in the page, or where the library shows all dialogs.
    private IElement? Button<TPage>(IRenderedComponent<TPage> page, string text) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("button").Concat(dialogs.FindAll("button")).FirstOrDefault(button => button.TextContent.Trim() == text);
}
