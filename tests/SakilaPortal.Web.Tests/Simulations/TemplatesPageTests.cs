using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Simulations;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Simulations;

public sealed class TemplatesPageTests : PortalContext
{
    public TemplatesPageTests() => Api.Answer("GET templates", new Page<Template>([Sample.Shipped, Sample.Own]));

    [Fact]
    public void TemplatesShowThatTheyLoad()
    {
        Api.Hold("GET templates");

        Assert.NotEmpty(Open<TemplatesPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void TemplatesTeachWhenThereIsNone()
    {
        Api.Answer("GET templates", new Page<Template>([]));

        Open<TemplatesPage>().WaitForText("No template yet");
    }

    [Fact]
    public void TemplatesSayWhatIsWrong()
    {
        Api.Refuse("GET templates", HttpStatusCode.InternalServerError, "The database does not answer.");

        Open<TemplatesPage>().WaitForText("The database does not answer.");
    }

    [Fact]
    public void OnlyOwnTemplatesCanBeDeletedAndOnlyByASecondPress()
    {
        Api.Answer("DELETE templates/7", null, HttpStatusCode.NoContent);
        var page = Open<TemplatesPage>();
        page.WaitForText("My events");
        Assert.Single(page.FindAll("button[aria-label^='Delete']"));

        page.Find("[aria-label='Delete: My events']").Click();
        Assert.DoesNotContain(Api.Asked, asked => asked.Route == "DELETE templates/7");
        page.Find("[aria-label='Really delete: My events']").Click();

        page.WaitForAssertion(() => Assert.Contains(Api.Asked, asked => asked.Route == "DELETE templates/7"));
    }

    [Fact]
    public void AnEarlierVersionIsRestoredFromTheHistory()
    {
        Api.Answer("GET templates/7/versions", new Page<TemplateVersion>([
            new(3, "My events", "{\"b\": 1}", "ada", Sample.Now), new(2, "My events", "{\"b\": 0}", "bob", Sample.Now.AddDays(-1))]));
        Api.Answer("POST templates/7/versions/2/restore", Sample.Own with { Version = 4 });
        Navigation.NavigateTo("/simulator/templates?history=7");
        var page = Open<TemplatesPage>();
        page.WaitForText("Version 3 (the newest)");

        page.Button("Restore this version").Click();

        page.WaitForText("Saved “My events” as version 4.");
    }

    [Fact]
    public void TwoVersionsAreComparedLineByLine()
    {
        Api.Answer("GET templates/7/versions", new Page<TemplateVersion>([
            new(3, "My events", "{\n\"b\": 2\n}", "ada", Sample.Now), new(2, "My events", "{\n\"b\": 1\n}", "bob", Sample.Now.AddDays(-1)),
            new(1, "Events", "{\n\"a\": 0,\n\"b\": 1\n}", "bob", Sample.Now.AddDays(-2))]));
        Navigation.NavigateTo("/simulator/templates?history=7");
        var page = Open<TemplatesPage>();

        page.WaitForText("1 line added (+), 1 removed (−).");
        Assert.Equal(["  {", "- \"b\": 1", "+ \"b\": 2", "  }"], Lines("Version 3 compared with version 2"));

        Navigation.NavigateTo("/simulator/templates?history=7&version=2&against=1");
        page.WaitForText("0 lines added (+), 1 removed (−).");
        page.WaitForText("The name was “Events”.");
        Assert.Equal(["  {", "- \"a\": 0,", "  \"b\": 1", "  }"], Lines("Version 2 compared with version 1"));

        string[] Lines(string label) => page.Find($"[aria-label='{label}'][tabindex='0']").TextContent.TrimEnd('\n').Split('\n');
    }

    [Fact]
    public void AFirstVersionHasNothingToBeComparedWith()
    {
        Api.Answer("GET templates/7/versions", new Page<TemplateVersion>([new(1, "My events", "{}", "ada", Sample.Now)]));
        Navigation.NavigateTo("/simulator/templates?history=7");

        Open<TemplatesPage>().WaitForText("none to compare it with");
    }

    [Fact]
    public void AFileThatIsTooLargeIsRefusedInWords()
    {
        var page = Open<TemplatesPage>();
        page.WaitForText("My events");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(new string('x', 5_000_001), "large.json"));

        page.WaitForText("larger than 5 MB");
        Assert.Empty(Api.BodiesOf("POST templates/import"));
    }

    [Fact]
    public void TemplatesAreFoundByNameAndPageByPage()
    {
        Api.Answer("GET templates", new Page<Template>([Sample.Own], 60, 2));
        var page = Open<TemplatesPage>();
        page.WaitForText("1–25 of 60");

        Navigation.NavigateTo("/simulator/templates?search=events&page=2");

        page.WaitForText("26–50 of 60");
        Assert.Contains(Api.Queries, query => query.Contains("search=events") && query.Contains("page=2") && query.Contains("bodies=false"));
    }

    [Fact]
    public void TheHistoryOfATemplateOnAnotherPageIsShown()
    {
        Api.Answer("GET templates", new Page<Template>([Sample.Shipped], 60, 2));
        Api.Answer("GET templates/7", Sample.Own);
        Api.Answer("GET templates/7/versions", new Page<TemplateVersion>([new(1, "My events", "{}", "ada", Sample.Now)]));
        Navigation.NavigateTo("/simulator/templates?history=7");

        Open<TemplatesPage>().WaitForText("History of “My events”");
    }

    [Fact]
    public void AFileIsImportedAndWhatWasLeftOutIsTold()
    {
        Api.Answer("POST templates/import", new TemplateImport([Sample.Own], ["\"Template 2\" is empty."]));
        var page = Open<TemplatesPage>();
        page.WaitForText("My events");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("[]", "generator.json"));

        page.WaitForText("Imported “My events”. \"Template 2\" is empty.");
        Assert.Contains("\"name\":\"generator\"", Api.BodiesOf("POST templates/import").Single());
    }
}
