using System.Net;
using System.Text.Json;
using Bunit;
using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Simulations;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Simulations;

public sealed class SimulatorPageTests : PortalContext
{
    public SimulatorPageTests()
    {
        Api.Answer("GET templates", new Page<Template>([Sample.Shipped with { Body = "" }, Sample.Own with { Body = "" }]));
        Api.Answer("GET templates/1", Sample.Shipped);
        Api.Answer("GET templates/7", Sample.Own);
        Api.Answer("GET simulations", new Page<Simulation>([Sample.Running]));
        Api.Answer("POST templates/preview", new PreviewResponse(["{\"a\":17}"], []));
        Api.Answer("POST simulations", Sample.Running, HttpStatusCode.Created);
    }

    [Fact]
    public void TheSimulatorShowsThatItLoads()
    {
        Api.Hold("GET templates");

        Assert.NotEmpty(Open<SimulatorPage>().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void TheSimulatorSaysWhatIsWrongAndTriesAgain()
    {
        Api.Refuse("GET templates", HttpStatusCode.InternalServerError, "The database does not answer.");
        var page = Open<SimulatorPage>();
        page.WaitForText("The database does not answer.");

        Api.Answer("GET templates", new Page<Template>([Sample.Shipped]));
        page.Button("Try again").Click();

        page.WaitForText("{\"a\":17}");
    }

    [Fact]
    public void SimulationsTeachWhenThereIsNone()
    {
        Api.Answer("GET simulations", new Page<Simulation>([]));

        Open<SimulatorPage>().WaitForText("No simulation yet");
    }

    [Fact]
    public void SamplesAndPastSimulationsAreShown()
    {
        var page = Open<SimulatorPage>();

        page.WaitForText("{\"a\":17}");
        page.WaitForText("590");
    }

    [Fact]
    public void SamplesFollowTheTextAndAProblemNamesItsPlace()
    {
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");

        Api.Answer("POST templates/preview", new PreviewResponse([], [new(2, 3, "There is no module adress.")]));
        page.Find("textarea").Input("{\n  {{adress.state}}\n}");
        Time.Advance(TimeSpan.FromMilliseconds(300));

        page.WaitForText("Line 2, column 3");
        Assert.Equal("true", page.Find("textarea").GetAttribute("aria-invalid"));
        page.Find("form").Submit();
        page.WaitForText("Mend the template first");
        Assert.Empty(Api.BodiesOf("POST simulations"));
    }

    [Fact]
    public void TheTemplateOfTheLinkIsChosen()
    {
        Navigation.NavigateTo("/simulator?template=7");

        var page = Open<SimulatorPage>();

        page.WaitForAssertion(() => Assert.Equal(Sample.Own.Body, page.Find("textarea").GetAttribute("value")));
    }

    [Fact]
    public async Task AnotherTemplateTakesThePlaceOfATextAndGivesItBack()
    {
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        Write(page, "{\"mine\": 1}");

        await page.InvokeAsync(() => page.FindComponent<MudSelect<int?>>().Instance.ValueChanged.InvokeAsync(7));
        page.WaitForText("The edited text of “Streaming partners” was replaced.");
        Assert.Equal(Sample.Own.Body, TextOf(page));

        page.Button("Undo").Click();
        Assert.Equal("{\"mine\": 1}", TextOf(page));
    }

    [Fact]
    public void TheBuilderKeepsItsChoicesAndGivesATextBack()
    {
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        Write(page, "{\"mine\": 1}");
        Tab(page, "Builder");
        Tick(page, "vudo", false);
        page.WaitForText("was replaced");
        Tab(page, "Text");
        Tab(page, "Builder");
        Tick(page, "ios", false);
        Tab(page, "Text");
        page.WaitForElement("textarea");
        Assert.DoesNotContain("vudo", TextOf(page));
        Assert.DoesNotContain("\"ios\"", TextOf(page));

        page.InvokeAsync(() => page.Button("Undo").Click());
        Assert.Equal("{\"mine\": 1}", TextOf(page));

        static void Tick(IRenderedComponent<SimulatorPage> page, string label, bool on) =>
            page.InvokeAsync(() => page.FindComponents<MudCheckBox<bool>>().Single(box => box.Instance.Label == label).Instance.ValueChanged.InvokeAsync(on));
    }

    [Fact]
    public void WhatIsWrittenIsKeptForTheTab()
    {
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        Write(page, "{\"mine\": 1}");
        Time.Advance(TimeSpan.FromMilliseconds(300));
        page.WaitForAssertion(() => Assert.NotEmpty(JSInterop.Invocations["sessionStorage.setItem"]));
        var kept = (string)JSInterop.Invocations["sessionStorage.setItem"][^1].Arguments[1]!;

        JSInterop.Setup<string>("sessionStorage.getItem", _ => true).SetResult(kept);
        var again = Open<SimulatorPage>();
        again.WaitForAssertion(() => Assert.Equal("{\"mine\": 1}", TextOf(again)));

        var answer = Api.Hold("GET templates");
        var late = Open<SimulatorPage>();
        answer.SetResult(new Page<Template>([Sample.Shipped with { Body = "" }]));
        late.WaitForAssertion(() => Assert.Equal("{\"mine\": 1}", TextOf(late)));
        late.WaitForText("{\"a\":17}");

        Navigation.NavigateTo("/simulator?template=7");
        var other = Open<SimulatorPage>();
        other.WaitForText("The edited text of “Streaming partners” was replaced.");
        Assert.Equal(Sample.Own.Body, TextOf(other));
    }

    [Fact]
    public void AConflictIsToldAndTheNextSaveIsDeliberate()
    {
        Api.Refuse("PUT templates/7", HttpStatusCode.Conflict, "bob has saved version 4 meanwhile.");
        Navigation.NavigateTo("/simulator?template=7");
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        Write(page, "{\"b\": 2}");
        Api.Answer("GET templates/7", Sample.Own with { Version = 4, Body = "{\"b\": 9}" });
        page.Button("Save").Click();
        page.WaitForText("bob has saved version 4 meanwhile.");

        Api.Answer("PUT templates/7", Sample.Own with { Version = 5, Body = "{\"b\": 2}" });
        page.Button("Save over version 4").Click();

        page.WaitForText("Saved “My events” as version 5.");
        Assert.Contains("\"version\":4", Api.BodiesOf("PUT templates/7").Last());
    }

    [Fact]
    public void ASecondPressOnSaveIsNotASecondTemplate()
    {
        var answer = Api.Hold("POST templates");
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        page.Button("Save as…").Click();
        page.FindAll("input").Single(input => input.GetAttribute("maxlength") == "100").Input("My events");

        page.Button("Save").Click();
        page.Button("Save").Click();
        answer.SetResult(Sample.Own);

        page.WaitForText("Saved “My events” as version 3.");
        Assert.Single(Api.BodiesOf("POST templates"));
    }

    [Fact]
    public async Task APastPeriodAsksForSimulatedTime()
    {
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        Write(page, "{\"timestamp\": \"{{ date.now }}\", \"day\": \"{{date.utc(\"DD\")}}\"}");
        await page.InvokeAsync(() => page.FindComponent<MudRadioGroup<RateKind>>().Instance.ValueChanged.InvokeAsync(RateKind.Past));

        page.Find("form").Submit();
        page.Button("Use simulated time").Click();

        Assert.Equal("{\"timestamp\": \"{{ date.simTime }}\", \"day\": \"{{date.simTime(\"DD\")}}\"}", TextOf(page));
        Assert.Empty(Api.BodiesOf("POST simulations"));
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(0.01)]
    public async Task ARateBeyondTheLimitsIsRefusedNotChanged(double rate)
    {
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        page.Find("input[inputmode='decimal']").Change($"{rate}");
        await page.InvokeAsync(() => page.FindComponents<MudNumericField<double?>>()[0].Instance.OnBlur.InvokeAsync(new()));

        page.Find("form").Submit();

        page.WaitForText("Enter how many records a second, 0.1 to 50,000.");
        Assert.Empty(Api.BodiesOf("POST simulations"));
    }

    [Fact]
    public void OlderSimulationsAreOnFurtherPages()
    {
        Api.Answer("GET simulations", new Page<Simulation>([Sample.Running], 60, 2));
        Navigation.NavigateTo("/simulator?page=2");

        var page = Open<SimulatorPage>();

        page.WaitForText("26–50 of 60");
        Assert.Contains(Api.Queries, query => query.Contains("page=2"));
    }

    [Fact]
    public async Task APeriodicRateAndFaultsAreSentAsTheyWereChosen()
    {
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        await page.InvokeAsync(() => page.FindComponent<MudRadioGroup<RateKind>>().Instance.ValueChanged.InvokeAsync(RateKind.Week));
        await SetAsync(page, "Simulated seconds in a second", (double?)3600);
        await SetAsync(page, "Events sent twice, %", 25.0);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Single(Api.BodiesOf("POST simulations")));
        var sent = JsonSerializer.Deserialize<CreateSimulationRequest>(Api.BodiesOf("POST simulations").Single(), JsonSerializerOptions.Web)!;
        Assert.Equal((1, 200L, 3600.0), (sent.TemplateId, sent.StopAfterRecords, sent.Periodic!.Speed));
        Assert.Equal((7, 24, 20.0), (sent.Periodic.Mean.Count, sent.Periodic.Mean[0].Count, sent.Periodic.Mean.Max(day => day.Max())));
        Assert.Equal(new Faults(Duplicates: 0.25), sent.Faults);
        Assert.EndsWith("/simulator/abc", Navigation.Uri);
    }

    [Fact]
    public async Task APeriodToFillNeedsBothEnds()
    {
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        await page.InvokeAsync(() => page.FindComponent<MudRadioGroup<RateKind>>().Instance.ValueChanged.InvokeAsync(RateKind.Past));

        page.Find("form").Submit();

        page.WaitForText("Enter both ends of the period");
        Assert.Empty(Api.BodiesOf("POST simulations"));
    }

    [Fact]
    public void WhatIsEditedIsSavedUnderAName()
    {
        Api.Answer("POST templates", Sample.Own, HttpStatusCode.Created);
        var page = Open<SimulatorPage>();
        page.WaitForText("{\"a\":17}");
        page.Button("Save as…").Click();

        page.Button("Save").Click();
        page.WaitForText("Enter a name for the template.");
        page.FindAll("input").Single(input => input.GetAttribute("maxlength") == "100").Input("My events");
        page.Button("Save").Click();

        page.WaitForText("Saved “My events” as version 3.");
    }

    private static void Write(IRenderedComponent<SimulatorPage> page, string text) => page.Find("textarea").Input(text);

    private static string? TextOf(IRenderedComponent<SimulatorPage> page) => page.Find("textarea").GetAttribute("value");

    private static void Tab(IRenderedComponent<SimulatorPage> page, string name) =>
        page.InvokeAsync(() => page.FindAll("[role=tab]").First(tab => tab.TextContent.Trim() == name).Click());

    private static Task SetAsync<T>(IRenderedComponent<SimulatorPage> page, string label, T value) =>
        page.InvokeAsync(() => page.FindComponents<MudNumericField<T>>().Single(field => field.Instance.Label == label).Instance.ValueChanged.InvokeAsync(value));
}
