using System.Net;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Rentals;

public sealed class RentalsPageTests : PortalContext
{
    [Fact]
    public void RentalsShowThatTheyLoad()
    {
        Api.Hold("GET rentals");

        Assert.NotEmpty(Open<RentalsPage>().FindAll("[aria-busy=true]"));
    }

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
    public void RentalsTeachWhenThereAreNone()
    {
        Api.Answer("GET rentals", new Page<Rental>([], 0));

        Open<RentalsPage>().WaitForText("No rentals");
    }

    [Fact]
    public void RentalsSayWhatIsWrong()
    {
        Api.Refuse("GET rentals", HttpStatusCode.Forbidden, "Your account has no role for this.");

        Open<RentalsPage>().WaitForText("Your account has no role for this.");
    }

    [Fact]
    public void ThePageAndTheFilterAreInTheAddress()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental], 60, 3));
        Navigation.NavigateTo("/rentals?open=true&page=2");

        var page = Open<RentalsPage>();

        page.WaitForText("26–50 of 60");
        Assert.Contains("/rentals?open=true&page=3", page.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("/rentals?open=true&page=1", page.FindAll("a").Select(link => link.GetAttribute("href")));
    }
}
