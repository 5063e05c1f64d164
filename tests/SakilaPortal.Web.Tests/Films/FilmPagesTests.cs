using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Films;
using SakilaPortal.Web.Tests.Rentals;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Films;

public sealed class FilmsPageTests : FourStates<FilmsPage>
{
    public FilmsPageTests() => Api.Answer("GET films/categories", new Page<string>(["Action"]));

    private protected override string Route => "GET films";
    private protected override object Data => new Page<Film>([Sample.Dinosaur], 1);
    private protected override string Shows => "Store 1: 3 copies";
    private protected override (object, string)? Empty => (new Page<Film>([], 0), "No film begins like this.");
}

public sealed class FilmPageTests : FourStates<FilmPage>
{
    public FilmPageTests()
    {
        Api.Answer("GET rentals", new Page<Rental>([Sample.Rental], 1));
        Api.Answer("GET inventory", new Page<InventoryItem>([new(4, 1, "ACADEMY DINOSAUR", 1), new(5, 1, "ACADEMY DINOSAUR", 2, 16050, 1, "MARY SMITH", Sample.At(2026, 1, 3), Sample.At(2026, 1, 9))]));
    }

    private protected override string Route => "GET films/1";
    private protected override object Data => Sample.DinosaurInFull;
    private protected override string Shows => "PENELOPE GUINESS";
    private protected override (object, string)? Empty => null;

    private protected override void Choose(ComponentParameterCollectionBuilder<FilmPage> parameters) => parameters.Add(page => page.Id, 1);

    [Fact]
    public void EachCopyTellsWhetherItIsOnTheShelfOrWhoHasIt()
    {
        Api.Answer(Route, Data);
        var page = Open<FilmPage>(Choose);
        page.WaitForText("Copy 4");
        var copies = page.FindAll("[data-testid=copies] li").Select(copy => copy.TextContent).ToList();
        Assert.Contains("on the shelf", copies[0], StringComparison.Ordinal);
        Assert.Contains("due Fri 9 Jan 2026", copies[1], StringComparison.Ordinal);
    }
}
