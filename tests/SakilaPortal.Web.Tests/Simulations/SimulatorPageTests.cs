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
        Api.Answer("GET templates", new Page<Template>([Sample.Shipped, Sample.Own]));
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

    private static Task SetAsync<T>(IRenderedComponent<SimulatorPage> page, string label, T value) =>
        page.InvokeAsync(() => page.FindComponents<MudNumericField<T>>().Single(field => field.Instance.Label == label).Instance.ValueChanged.InvokeAsync(value));
}
