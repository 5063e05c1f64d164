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
    public void AScannedCopyShowsItsFeeAndItsButtonTakesItBack()
    {
        Api.Answer("GET rentals", new Page<Rental>([late], 1));
        Api.Answer("POST rentals/16050/return", new ReturnResponse(Sample.At(2026, 1, 5), 3, 77));
        var page = Scan("4");
        page.WaitForText("3 days late: $3.00.");
        Assert.Equal("?inventoryId=4&state=out", Api.Queries.Last());
        Assert.Equal("Copy 4: ACADEMY DINOSAUR, out with MARY SMITH. 3 days late: $3.00.", page.Find("[role=status][data-testid=looked-up]").TextContent);
        Assert.Equal("Take back, $3.00 paid now", page.Find("#return-16050").TextContent.Trim());

        page.Find("#return-16050").Click();

        page.WaitForAssertion(() => Assert.Contains("ACADEMY DINOSAUR", page.Find("[data-testid=returned]").TextContent, StringComparison.Ordinal));
        page.WaitForText("Ready for the first copy");
    }

    [Fact]
    public void EnterInTheEmptyFieldLeadsToTheButtonsOfALateCopyAndTakesNoMoney()
    {
        Api.Answer("GET rentals", new Page<Rental>([late], 1));
        var page = Scan("4");
        page.WaitForText("3 days late: $3.00.");
        Assert.DoesNotContain(JSInterop.Invocations["portal.focus"], call => (string?)call.Arguments[0] == "return-16050");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains(JSInterop.Invocations["portal.focus"], call => (string?)call.Arguments[0] == "return-16050"));
        Assert.Empty(Api.BodiesOf("POST rentals/16050/return"));
    }

    [Fact]
    public void EnterInTheEmptyFieldTakesTheOneCopyBackThatCostsNothing()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental with { LateFee = 0 }], 1));
        Api.Answer("POST rentals/16050/return", new ReturnResponse(Sample.At(2026, 1, 5), 0));
        var page = Scan("4");
        page.WaitForText("In time, nothing to pay.");

        page.Find("form").Submit();

        page.WaitForText("ACADEMY DINOSAUR is taken back.");
    }

    [Fact]
    public void CopiesScannedInARowAreAllFoundAlsoWhenTheFirstAnswerIsSlow()
    {
        var slow = Api.Hold("GET rentals");
        var page = Scan("4");
        page.WaitForAssertion(() => Assert.Contains("?inventoryId=4&state=out", Api.Queries));
        page.Find("form input").Input("9");
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental with { RentalId = 2, InventoryId = 9, Title = "ALIEN CENTER", LateFee = 0 }], 1));
        page.Find("form").Submit();
        page.WaitForText("ALIEN CENTER");

        slow.SetResult(new Page<Rental>([late], 1));

        page.WaitForText("ACADEMY DINOSAUR");
        Assert.Equal(2, page.FindAll(".return-list li").Count);
        page.Find("form").Submit();
        Assert.Empty(Api.BodiesOf("POST rentals/2/return"));
    }

    [Fact]
    public void ADateThatIsRefusedOrNotYetAnsweredTakesNothingBack()
    {
        Api.Answer("GET rentals", new Page<Rental>([late], 1));
        Api.Refuse("GET rentals/16050/return", HttpStatusCode.UnprocessableEntity, "It cannot come back before.");
        var page = Scan("4");
        page.WaitForText("3 days late: $3.00.");

        page.Find("input[type=datetime-local]").Change("2001-01-01T10:00");
        page.WaitForText("It cannot come back before.");
        Assert.True(page.Find("#return-16050").HasAttribute("disabled"));
        Assert.False(page.Says("In time"));

        page.Find("input[type=datetime-local]").Change("");
        page.WaitForText("3 days late: $3.00.");
        Assert.False(page.Says("It cannot come back before."));

        var slow = Api.Hold("GET rentals/16050/return");
        page.Find("input[type=datetime-local]").Change("2026-01-04T10:00");
        page.WaitForText("Looking up the late fee");
        Assert.True(page.Find("#return-16050").HasAttribute("disabled"));
        slow.SetResult(new ReturnResponse(Sample.At(2026, 1, 4), 2));
        page.WaitForText("2 days late: $2.00.");
    }

    [Fact]
    public void AMistakenReturnIsTakenBackOnTheSpotForAReason()
    {
        Api.Answer("GET rentals", new Page<Rental>([late], 1));
        Api.Answer("POST rentals/16050/return", new ReturnResponse(Sample.At(2026, 1, 5), 3, 77));
        var page = Scan("4");
        page.WaitForText("3 days late: $3.00.");
        page.Find("#return-16050").Click();
        page.WaitForAssertion(() => Assert.Equal("ACADEMY DINOSAUR is taken back.", page.Find("[data-testid=said]").TextContent));
        page.WaitForText("late fee $3.00 paid");

        page.Find("#undo-return-16050").Click();
        page.WaitForText("The $3.00 taken with the return are removed from the payments: give them back.");
        UndoForm().Submit();
        page.WaitForText("Say why");
        Assert.Empty(Api.BodiesOf("DELETE rentals/16050/return"));

        Api.Refuse("DELETE rentals/16050/return", HttpStatusCode.Conflict, "Copy 4 went out again.");
        UndoForm().QuerySelector("input")!.Input("wrong case");
        UndoForm().Submit();
        page.WaitForText("Copy 4 went out again.");

        Api.Answer("DELETE rentals/16050/return", null, HttpStatusCode.NoContent);
        UndoForm().Submit();

        page.WaitForAssertion(() => Assert.Equal(
            "The return is undone: ACADEMY DINOSAUR is out with MARY SMITH again. Give $3.00 back.", page.Find("[role=status][data-testid=said]").TextContent));
        Assert.Empty(page.FindAll("[data-testid=returned] li"));
        Assert.Equal("{\"reason\":\"wrong case\"}", Api.BodiesOf("DELETE rentals/16050/return").Last());

        AngleSharp.Dom.IElement UndoForm() => page.Find("form[aria-label='Undo the return of ACADEMY DINOSAUR']");
    }

    [Fact]
    public void AnUndoThatIsNotMeantIsLeftAndTheFocusGoesBack()
    {
        Api.Answer("GET rentals", new Page<Rental>([late], 1));
        Api.Answer("POST rentals/16050/return", new ReturnResponse(Sample.At(2026, 1, 5), 3));
        var page = Scan("4");
        page.WaitForText("3 days late: $3.00.");
        page.Button("Take back, $3.00 owed").Click();
        page.WaitForText("late fee $3.00 owed");
        page.Find("#undo-return-16050").Click();

        page.Button("Leave it").Click();

        Assert.NotEmpty(page.FindAll("#undo-return-16050"));
        Assert.Contains(JSInterop.Invocations["portal.focus"], call => (string?)call.Arguments[0] == "undo-return-16050");
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
