using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Rentals;
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
        Assert.Equal("?state=out&page=2&sort=dueDate&pageSize=25", Api.Queries.Single());
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
}

public sealed class RentalPageTests : FourStates<RentalPage>
{
    public RentalPageTests()
    {
        Api.Answer("GET rentals/16050/audit", new Page<AuditEntry>([new(Sample.At(2026, 1, 1), "clerk", "rental.create", null, null)]));
        Api.Answer("GET payments", new Page<Payment>([Sample.Payment]));
    }

    private protected override string Route => "GET rentals/16050";
    private protected override object Data => Sample.Rental with { LateFee = 3 };
    private protected override string Shows => "MARY SMITH";
    private protected override (object, string)? Empty => null;

    private protected override void Choose(ComponentParameterCollectionBuilder<RentalPage> parameters) => parameters.Add(page => page.Id, 16050);

    [Fact]
    public void AnUndoNeedsAReasonAndThenTellsWhoDidIt()
    {
        Api.Answer(Route, Data);
        var page = Open<RentalPage>(Choose);
        page.WaitForText("Undo this rental");
        page.Find("form").Submit();
        page.WaitForText("Say why");
        Assert.Empty(Api.BodiesOf("DELETE rentals/16050"));

        Api.Answer("DELETE rentals/16050", null, System.Net.HttpStatusCode.NoContent);
        Api.Answer("GET rentals/16050/audit", new Page<AuditEntry>([new(Sample.At(2026, 1, 1), "clerk", "rental.delete", "wrong film", null)]));
        Api.Refuse(Route, System.Net.HttpStatusCode.NotFound, "There is no rental 16050.");
        page.Find("form input").Input("wrong film");
        page.Find("form").Submit();

        page.WaitForText("This rental was undone by clerk on 1 Jan 2026, 00:00: “wrong film”.");
        Assert.Contains("wrong film", Api.BodiesOf("DELETE rentals/16050").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheLateFeeStandsOnTheButtonsBeforeACopyIsTakenBack()
    {
        Api.Answer(Route, Data);
        Api.Answer("POST rentals/16050/return", new ReturnResponse(Sample.At(2026, 1, 5), 3, 77));
        var page = Open<RentalPage>(Choose);
        page.WaitForText("3 days late: $3.00.");
        page.WaitForText("Take back, $3.00 owed");

        page.Button("Take back, $3.00 paid now").Click();

        page.WaitForAssertion(() => Assert.Contains("\"takePayment\":true", Api.BodiesOf("POST rentals/16050/return").Single(), StringComparison.Ordinal));
    }
}

public sealed class ReceiptPageTests : FourStates<ReceiptPage>
{
    public ReceiptPageTests() => Navigation.NavigateTo("/rentals/receipt?id=16050");

    private protected override string Route => "GET rentals/16050";
    private protected override object Data => Sample.Rental;
    private protected override string Shows => "Due back 30 May 2005, 10:00";
    private protected override (object, string)? Empty => null;

    [Fact]
    public void WithoutARentalItSaysHowToGetOne()
    {
        Navigation.NavigateTo("/rentals/receipt");
        Open<ReceiptPage>().WaitForText("No rental to show");
    }
}
