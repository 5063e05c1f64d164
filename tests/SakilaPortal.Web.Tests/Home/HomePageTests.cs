using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Home;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Home;

public sealed class HomePageTests : PortalContext
{
    private static readonly Overview Busy = new(37, 128.63m, 183, 12480, 1204388, new DateTime(2026, 1, 5, 14, 29, 18, DateTimeKind.Utc));

    [Fact]
    public void HomeShowsThatItLoads()
    {
        Api.Hold("GET overview");

        Assert.Equal("Loading", Open<HomePage>().Find("[aria-busy=true]").GetAttribute("aria-label"));
    }

    [Fact]
    public void HomeShowsTodaysFigures()
    {
        Api.Answer("GET overview", Busy);

        var page = Open<HomePage>();

        page.WaitForText("$128.63");
        page.WaitForText("1,204,388");
        page.WaitForText("42 s ago");
    }

    [Fact]
    public void HomeTeachesWhenNothingHasHappened()
    {
        Api.Answer("GET overview", new Overview(0, 0, 0, 0, 0, null));

        Open<HomePage>().WaitForText("Nothing has happened yet");
    }

    [Fact]
    public void HomeSaysWhatIsWrongAndTriesAgain()
    {
        Api.Refuse("GET overview", HttpStatusCode.InternalServerError, "The database does not answer.");
        var page = Open<HomePage>();
        page.WaitForText("The database does not answer.");

        Api.Answer("GET overview", Busy);
        page.Button("Try again").Click();

        page.WaitForText("$128.63");
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void TheDaysAreThoseOfThePersonsZone()
    {
        Api.Answer("GET overview", Busy);
        Services.GetRequiredService<PersonClock>().Use("Asia/Tokyo");

        var page = Open<HomePage>();

        page.WaitForText("Days are those of the zone Asia/Tokyo.");
        Assert.Contains("?zone=Asia%2FTokyo", Api.Queries);
    }

    [Fact]
    public void AnAnswerThatBreaksOffIsNone()
    {
        Api.Cut("GET overview");

        Open<HomePage>().WaitForText("The portal's Api does not answer.");
    }

    [Fact]
    public void HomeStaysFreshByItself()
    {
        Api.Answer("GET overview", Busy);
        var page = Open<HomePage>();
        page.WaitForText("$128.63");

        Api.Answer("GET overview", Busy with { RevenueToday = 131.62m });
        Time.Advance(TimeSpan.FromSeconds(3));

        page.WaitForText("$131.62");
    }

    [Fact]
    public void AFailedRefreshKeepsTheFigures()
    {
        Api.Answer("GET overview", Busy);
        var page = Open<HomePage>();
        page.WaitForText("$128.63");

        Api.Refuse("GET overview", HttpStatusCode.InternalServerError, "The database does not answer.");
        Time.Advance(TimeSpan.FromSeconds(3));

        page.WaitForText("The database does not answer.");
        Assert.True(page.Says("$128.63"));
    }

    [Fact]
    public void HomeShowsTheWeekItsFilmsAndWhatIsOverdue()
    {
        Api.Answer("GET overview", Busy with
        {
            Overdue = 12, EventsPerSecond = 9.5, TopFilms = [new(1, "ACADEMY DINOSAUR", 31, 96.40m)], Days = [new(new(2026, 1, 4), 18, 60), new(new(2026, 1, 5), 37, 128)],
        });

        var page = Open<HomePage>();

        page.WaitForText("12 overdue");
        page.WaitForText("9.5");
        page.WaitForText("ACADEMY DINOSAUR");
        page.WaitForText("The seven days to 5 Jan 2026.");
        Assert.Equal(["18", "37"], page.FindAll(".week .column span").Select(count => count.TextContent));
    }

    [Fact]
    public void HomeOffersOnlyWhatARoleAllows()
    {
        Api.Answer("GET overview", Busy);
        GiveRoles(Contracts.Roles.Partner);

        var page = Open<HomePage>();

        page.WaitForText("Simulate partner events");
        Assert.False(page.Says("Rent a film"));
    }
}
