using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Customers;
using SakilaPortal.Web.Tests.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Customers;

public sealed class CustomersPageTests : FourStates<CustomersPage>
{
    private protected override string Route => "GET customers";
    private protected override object Data => new Page<Customer>([Sample.Mary], 1);
    private protected override string Shows => "MARY SMITH";
    private protected override (object, string)? Empty => (new Page<Customer>([], 0), "No customer begins like this.");
}

public sealed class PaymentsPageTests : FourStates<PaymentsPage>
{
    private protected override string Route => "GET payments";
    private protected override object Data => new Page<Payment>([Sample.Payment], 1);
    private protected override string Shows => "Mike Hillyer";
    private protected override (object, string)? Empty => (new Page<Payment>([], 0), "No payments");
}

public sealed class CustomerPageTests : FourStates<CustomerPage>
{
    public CustomerPageTests()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental], 1));
        Api.Answer("GET payments", new Page<Payment>([Sample.Payment], 1));
    }

    private protected override string Route => "GET customers/1";
    private protected override object Data => Sample.MaryInFull;
    private protected override string Shows => "1913 Hanoi Way";
    private protected override (object, string)? Empty => null;

    private protected override void Choose(ComponentParameterCollectionBuilder<CustomerPage> parameters) => parameters.Add(page => page.Id, 1);

    [Fact]
    public void APaymentWithoutAnswerGoesOutAgainWithTheSameKey()
    {
        Api.Break("POST customers/1/payments");
        var page = Ready();
        var form = page.FindAll("form")[0];
        form.QuerySelector("input")!.Input("2.50");
        page.FindAll("form")[0].Submit();
        page.WaitForText("does not answer");
        Api.Answer("POST customers/1/payments", Sample.Payment, HttpStatusCode.Created);
        page.FindAll("form")[0].Submit();

        page.WaitForText("$2.50 taken.");
        Assert.Single(Api.Asked.Where(asked => asked.Route == "POST customers/1/payments").Select(asked => (asked.IdempotencyKey, asked.Body)).Distinct());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1000")]
    [InlineData("2.505")]
    [InlineData("two")]
    public void AnAmountThatCannotBeIsRefusedAtItsField(string amount)
    {
        var page = Ready();
        page.FindAll("form")[0].QuerySelector("input")!.Input(amount);
        page.FindAll("form")[0].Submit();
        page.WaitForText("Enter an amount from 0.01 to 999.99.");
        Assert.Empty(Api.BodiesOf("POST customers/1/payments"));
    }

    [Fact]
    public void ANoteCanBeAddedAndChanged()
    {
        Api.Answer("POST customers/1/notes", Sample.MaryInFull.Notes[0], HttpStatusCode.Created);
        Api.Answer("PUT customers/1/notes/7", Sample.MaryInFull.Notes[0]);
        var page = Ready();
        page.Find("form[aria-label='New note'] input").Input("Pays in cents.");
        page.Find("form[aria-label='New note']").Submit();
        page.WaitForAssertion(() => Assert.Contains("Pays in cents.", Api.BodiesOf("POST customers/1/notes").Single(), StringComparison.Ordinal));

        page.Find("[aria-label^='Edit note']").Click();
        page.Find("form[aria-label='Edit note'] input").Input("Prefers e-mail.");
        page.Find("form[aria-label='Edit note']").Submit();
        page.WaitForAssertion(() => Assert.Contains("Prefers e-mail.", Api.BodiesOf("PUT customers/1/notes/7").Single(), StringComparison.Ordinal));
    }

    [Fact]
    public void ANoteIsAddedOnceHoweverOftenTheButtonIsPressed()
    {
        var answer = Api.Hold("POST customers/1/notes");
        var page = Ready();
        page.Find("form[aria-label='New note'] input").Input("Pays in cents.");
        page.Find("form[aria-label='New note']").Submit();
        page.Find("form[aria-label='New note']").Submit();

        answer.SetResult(Sample.MaryInFull.Notes[0]);

        page.WaitForAssertion(() => Assert.Null(page.Find("form[aria-label='New note'] button").GetAttribute("disabled")));
        Assert.Single(Api.BodiesOf("POST customers/1/notes"));
    }

    [Fact]
    public void ANoteIsDeletedWhenThatIsMeant()
    {
        Api.Answer("DELETE customers/1/notes/7", null, HttpStatusCode.NoContent);
        var page = Ready();
        page.Find("[aria-label^='Delete note']").Click();
        page.WaitForText("Delete this note?");
        page.Button("Keep it").Click();
        Assert.False(page.Says("Delete this note?"));
        Assert.Empty(Api.BodiesOf("DELETE customers/1/notes/7"));

        page.Find("[aria-label^='Delete note']").Click();
        page.Button("Delete it").Click();

        page.WaitForAssertion(() => Assert.Single(Api.BodiesOf("DELETE customers/1/notes/7")));
        page.WaitForAssertion(() => Assert.Contains(JSInterop.Invocations["portal.focus"], call => (string?)call.Arguments[0] == "note-new"));
    }

    [Fact]
    public void APaymentTakenAtTheCounterIsUndoneForAReason()
    {
        Api.Answer("GET payments", new Page<Payment>([Sample.Payment with { PaymentId = 77, RentalId = null, Title = null, Amount = 2.50m, CanUndo = true }, Sample.Payment], 2));
        Api.Answer("DELETE payments/77", null, HttpStatusCode.NoContent);
        var page = Ready();
        page.Find("[aria-label='Undo the payment of $2.50']").Click();
        page.Find("form[aria-label='Undo the payment of $2.50'] input").Input("wrong customer");

        page.Find("form[aria-label='Undo the payment of $2.50']").Submit();

        page.WaitForText("The payment of $2.50 is undone.");
        Assert.Equal("{\"reason\":\"wrong customer\"}", Api.BodiesOf("DELETE payments/77").Single());
        Assert.Empty(page.FindAll("#undo-payment-9"));
    }

    [Fact]
    public void MoreThanIsOwedIsSaidBeforeItIsTaken()
    {
        var page = Ready();
        page.WaitForText("$5.98 is owed.");

        page.FindAll("form")[0].QuerySelector("input")!.Input("10");

        page.WaitForText("$4.02 more than is owed");
    }

    private IRenderedComponent<CustomerPage> Ready()
    {
        Api.Answer(Route, Data);
        var page = Open<CustomerPage>(Choose);
        page.WaitForText("Take a payment");
        return page;
    }
}
