using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Rentals;

public sealed class ReturnsPageTests : PortalContext
{
    private readonly Rental late = Sample.Rental with { LateFee = 3 };

    [Fact]
    public void BeforeAnythingIsLookedUpItSaysHow() => Open<ReturnsPage>().WaitForText("Ready for the first copy");

    [Fact]
    public void AScannedCopyShowsItsFeeAndEnterTakesItBack()
    {
        Api.Answer("GET rentals", new Page<Rental>([late], 1));
        Api.Answer("POST rentals/16050/return", new ReturnResponse(Sample.At(2026, 1, 5), 3, 77));
        var page = Scan("4");
        page.WaitForText("3 days late: $3.00.");
        Assert.Equal("?inventoryId=4&state=out&sort=dueDate", Api.Queries.Last());
        Assert.Contains(JSInterop.Invocations["portal.focus"], call => (string?)call.Arguments[0] == "return-16050");
        Assert.Equal("Take back, $3.00 paid now", page.Find("#return-16050").TextContent.Trim());

        page.Find("#return-16050").Click();

        page.WaitForAssertion(() => Assert.Contains("ACADEMY DINOSAUR", page.Find("[data-testid=returned]").TextContent, StringComparison.Ordinal));
        page.WaitForText("Ready for the first copy");
    }

    [Fact]
    public void AFeeCanStayOwed()
    {
        Api.Answer("GET rentals", new Page<Rental>([late], 1));
        Api.Answer("POST rentals/16050/return", new ReturnResponse(Sample.At(2026, 1, 5), 3));
        var page = Scan("4");
        page.WaitForText("3 days late: $3.00.");

        page.Button("Take back, $3.00 owed").Click();

        page.WaitForAssertion(() => Assert.Contains("\"takePayment\":false", Api.BodiesOf("POST rentals/16050/return").Single(), StringComparison.Ordinal));
    }

    [Fact]
    public void ACopyThatIsNotOutIsSentToItsShelf()
    {
        Api.Answer("GET rentals", new Page<Rental>([], 0));
        Api.Answer("GET inventory", new Page<InventoryItem>([new(4, 1, "ACADEMY DINOSAUR", 2)]));
        Scan("4").WaitForText("Copy 4 (ACADEMY DINOSAUR) is not out: it belongs on the shelf of store 2.");
    }

    [Fact]
    public void AnUnknownCopyOrNumberIsSaid()
    {
        Api.Answer("GET rentals", new Page<Rental>([], 0));
        Api.Answer("GET inventory", new Page<InventoryItem>([]));
        Scan("99").WaitForText("There is no copy 99.");
        Scan("x").WaitForText("A copy has a whole number");
    }

    [Fact]
    public void ACustomersFilmsThatAreOutAreShownAtOnceAndNothingOutIsSaid()
    {
        Api.Answer("GET rentals", new Page<Rental>([], 0));
        Navigation.NavigateTo("/returns?customerId=1");
        Open<ReturnsPage>().WaitForText("Nothing is out");
    }

    [Fact]
    public void WhatIsWrongIsSaidAndTriedAgain()
    {
        Api.Refuse("GET rentals", HttpStatusCode.ServiceUnavailable, "The database does not answer.");
        var page = Scan("4");
        page.WaitForText("The database does not answer.");
        Api.Answer("GET rentals", new Page<Rental>([late], 1));
        page.Button("Try again").Click();
        page.WaitForText("3 days late: $3.00.");
    }

    private IRenderedComponent<ReturnsPage> Scan(string number)
    {
        var page = Open<ReturnsPage>();
        page.Find("form input").Input(number);
        page.Find("form").Submit();
        return page;
    }
}
