using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Rentals;

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
    public void AReturnIsUndoneWithWhatWasTakenForItAndTheResultIsReadOut()
    {
        Api.Answer(Route, Returned);
        Api.Answer("GET rentals/16050/audit", new Page<AuditEntry>([new(Sample.At(2026, 1, 5), "clerk", "rental.return", null, null, 77)]));
        Api.Answer("GET payments", new Page<Payment>([Sample.Payment, Sample.Payment with { PaymentId = 77, Amount = 3 }]));
        var page = Open<RentalPage>(Choose);
        page.WaitForText("The $3.00 taken with the return are removed from the payments: give them back.");

        Api.Answer("DELETE rentals/16050/return", null, System.Net.HttpStatusCode.NoContent);
        Api.Answer(Route, Sample.Rental);
        Confirm(page, "Undo the return", "wrong case");

        page.WaitForAssertion(() => Assert.Equal(
            "The return is undone: ACADEMY DINOSAUR is out with MARY SMITH again. Give $3.00 back.", page.Find("[role=status][data-testid=said]").TextContent));
        Assert.Contains(JSInterop.Invocations["portal.focus"], call => (string?)call.Arguments[0] == "said");
        Assert.Empty(page.FindAll("form[aria-label='Undo the return']"));
        Assert.Equal("{\"reason\":\"wrong case\"}", Api.BodiesOf("DELETE rentals/16050/return").Single());
    }

    [Fact]
    public void ALateFeeIsWaivedForAReasonAndTheWaiverTakenBack()
    {
        Api.Answer(Route, Returned with { UnpaidFee = 3 });
        var page = Open<RentalPage>(Choose);
        page.WaitForText("$3.00 unpaid");
        Api.Answer("POST rentals/16050/waiver", new LateFeeWaiver(16050, 3, "snow", "clerk", Sample.At(2026, 1, 6)));
        Api.Answer(Route, Returned with { UnpaidFee = 0, WaivedFee = 3 });
        Confirm(page, "Waive the late fee", "snow");
        page.WaitForText("$3.00 of the late fee waived.");
        page.WaitForText("$3.00 waived");
        Assert.Empty(page.FindAll("form[aria-label='Waive the late fee']"));

        Api.Refuse("DELETE rentals/16050/waiver", System.Net.HttpStatusCode.Conflict, "No late fee of rental 16050 is waived (any more).");
        Confirm(page, "Take the waiver back", "by car");
        page.WaitForText("No late fee of rental 16050 is waived (any more).");
        Api.Answer("DELETE rentals/16050/waiver", null, System.Net.HttpStatusCode.NoContent);
        Api.Answer(Route, Returned with { UnpaidFee = 3 });
        Confirm(page, "Take the waiver back", "by car");
        page.WaitForText("The late fee is owed again.");
    }

    [Fact]
    public void NothingOfARentalThatIsNotThereIsKeptForTheBrowser()
    {
        Api.Refuse(Route, System.Net.HttpStatusCode.NotFound, "There is no rental 16050.");

        var page = Open<RentalPage>(Choose);

        page.WaitForText("There is no rental 16050");
        Assert.Equal((null, null, null), (page.Instance.Rental, page.Instance.Audit, page.Instance.Payments));
    }

    private static Rental Returned => Sample.Rental with { LateFee = 3, ReturnDate = Sample.At(2005, 6, 2) };

    private static void Confirm(IRenderedComponent<RentalPage> page, string form, string reason)
    {
        page.Find($"form[aria-label='{form}'] input").Input(reason);
        page.Find($"form[aria-label='{form}']").Submit();
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
    public ReceiptPageTests()
    {
        Api.Answer("GET payments", new Page<Payment>([Sample.Payment]));
        Navigation.NavigateTo("/rentals/receipt?id=16050");
    }

    private protected override string Route => "GET rentals/16050";
    private protected override object Data => Sample.Rental;
    private protected override string Shows => "Due back 30 May 2005, 10:00";
    private protected override (object, string)? Empty => null;

    [Fact]
    public void ALateFeeAndEveryPaymentStandOnIt()
    {
        Api.Answer(Route, Sample.Rental with { ReturnDate = Sample.At(2005, 6, 2), LateFee = 3, UnpaidFee = 1 });
        Api.Answer("GET payments", new Page<Payment>([Sample.Payment, Sample.Payment with { PaymentId = 77, Amount = 2, PaymentDate = Sample.At(2005, 6, 2) }]));

        var page = Open<ReceiptPage>();

        page.WaitForText("Late fee, 3 days");
        Assert.Equal(["Paid 24 May 2005, 10:00$0.99", "Paid 2 Jun 2005, 00:00$2.00", "Paid$2.99", "Still owed$1.00"], page.FindAll("tfoot tr").Select(row => row.TextContent));
        Assert.False(page.Says("For each day late"));
    }

    [Fact]
    public void ARentalThatIsNotThereIsNamedAndTheOthersAreShown()
    {
        Api.Answer(Route, Data);
        Api.Refuse("GET rentals/99999999", System.Net.HttpStatusCode.NotFound, "There is no rental 99999999.");
        Navigation.NavigateTo("/rentals/receipt?id=16050&id=99999999");

        var page = Open<ReceiptPage>();

        page.WaitForText("There is no rental 99999999 (any more)");
        page.WaitForText("ACADEMY DINOSAUR");
    }

    [Fact]
    public void WithoutARentalItSaysHowToGetOne()
    {
        Navigation.NavigateTo("/rentals/receipt");
        Open<ReceiptPage>().WaitForText("No rental to show");
    }
}
