using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Rentals;

public sealed class RentalsPageTests : FourStates<RentalsPage>
{
    private protected override string Route => "GET rentals";
    private protected override object Data => new Page<Rental>([Sample.Rental], 1);
    private protected override string Shows => "ACADEMY DINOSAUR";
    private protected override (object, string)? Empty => (new Page<Rental>([], 0), "No rentals");

    [Fact]
    public void RentalsAreListedWithTheirState()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental, Sample.Rental with { RentalId = 2, ReturnDate = Sample.Rental.DueDate }], 2));

        var page = Open<RentalsPage>();

        page.WaitForText("overdue");
        page.WaitForText("returned");
        page.WaitForText("1–2 of 2");
    }

    [Fact]
    public void PageFilterAndOrderAreInTheAddressAndGoToTheApiAsTheyAre()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental], 60, 3));
        Navigation.NavigateTo("/rentals?state=out&page=2&sort=dueDate");

        var page = Open<RentalsPage>();

        page.WaitForText("26–50 of 60");
        var links = page.FindAll("a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains("/rentals?state=out&page=3&sort=dueDate", links);
        Assert.Contains("/rentals?state=out&sort=dueDate&desc=true", links);
        Assert.Contains("/rentals/csv?state=out&sort=dueDate", links);
        Assert.Equal("true", page.FindAll("nav a").Single(link => link.TextContent.Trim() == "Still out").GetAttribute("aria-current"));
        Assert.Contains("?state=out&page=2&sort=dueDate&pageSize=25", Api.Queries);
    }

    [Fact]
    public void AnotherFilterBeginsAtTheFirstPage()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental], 60, 3));
        Navigation.NavigateTo("/rentals?page=2");
        var page = Open<RentalsPage>();
        page.WaitForText("26–50 of 60");

        Navigation.NavigateTo(page.FindAll("nav a").Single(link => link.TextContent.Trim() == "Overdue").GetAttribute("href")!);

        page.WaitForText("1–25 of 60");
        Assert.Equal("?state=overdue&page=1&pageSize=25", Api.Queries.Last());
    }

    [Fact]
    public void DaysAreThoseOfThePersonInTheListAndInItsFile()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental], 1));
        Services.GetRequiredService<PersonClock>().Use("America/New_York");
        Navigation.NavigateTo("/rentals?from=2026-01-02&to=2026-01-03");

        var page = Open<RentalsPage>();

        page.WaitForText("1–1 of 1");
        const string asked = "since=2026-01-02T05%3A00%3A00Z&before=2026-01-04T05%3A00%3A00Z";
        Assert.Contains(Api.Queries, query => query.Contains(asked, StringComparison.Ordinal) && !query.Contains("from=", StringComparison.Ordinal));
        Assert.Contains($"/rentals/csv?{asked}", page.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.EndsWith("?from=2026-01-02&to=2026-01-03", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void APageBeyondTheEndLeadsToTheLastOne()
    {
        Api.Answer("GET rentals", new Page<Rental>([], 60));
        Navigation.NavigateTo("/rentals?state=out&page=9999");

        Open<RentalsPage>();

        Assert.EndsWith("/rentals?state=out&page=3", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreIsChosenAndTheWayBackUndoesIt()
    {
        Api.Answer("GET films", new Page<Film>([Sample.Dinosaur]));
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental], 1));
        var page = Open<RentalsPage>();
        page.WaitForText("1–1 of 1");

        await page.InvokeAsync(() => page.FindComponent<MudSelect<string>>().Instance.ValueChanged.InvokeAsync("2"));

        page.WaitForAssertion(() => Assert.Equal("?storeId=2&page=1&pageSize=25", Api.Queries.Last()));
        Assert.False(((BunitNavigationManager)Navigation).History.First().Options.ReplaceHistoryEntry);
    }
}
