using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Web.Tests.Rentals;

internal static class Sample
{
    public static readonly Customer Mary = new(1, "10000000", "MARY", "SMITH", "MARY.SMITH@sakilacustomer.org", 1, true, 2, 5.98m);

    public static readonly CustomerDetails MaryInFull = new(
        1, "10000000", "MARY", "SMITH", "MARY.SMITH@sakilacustomer.org", 1, true, At(2006, 2, 14), "1913 Hanoi Way", "Nagasaki", "Sasebo", "Japan", "35200", "28303384290",
        2, 1, 32, 118.68m, 5.98m, [new(7, "Prefers the phone.", "clerk", At(2026, 1, 2))]);

    public static readonly Film Dinosaur = new(1, "ACADEMY DINOSAUR", "Documentary", "PG", 86, 0.99m, 6, 20.99m, [new(1, 3, null), new(2, 0, At(2026, 1, 9))]);

    public static readonly Film Alien = new(4, "ALIEN CENTER", "Foreign", "NC-17", 46, 2.99m, 5, 10.99m, [new(1, 1, null), new(2, 2, null)]);

    public static readonly Rental Rental = new(
        16050, At(2005, 5, 24, 10), At(2005, 5, 30, 10), 1, 1, "ACADEMY DINOSAUR", 4, 1, 1, 9, 0.99m, CustomerName: "MARY SMITH", CustomerDocument: "10000000");

    public static readonly Payment Payment = new(9, 1, 1, 16050, 0.99m, At(2005, 5, 24, 10), "MARY SMITH", 1, "ACADEMY DINOSAUR", "Mike Hillyer");

    public static readonly FilmDetails DinosaurInFull = new(
        1, "ACADEMY DINOSAUR", "A Epic Drama", 2006, "English", "PG", 86, "Deleted Scenes,Behind the Scenes", 0.99m, 6, 20.99m, ["Documentary"],
        [new(1, "PENELOPE", "GUINESS")], Dinosaur.InStock, 23, 36.77m);

    public static DateTime At(int year, int month, int day, int hour = 0) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    /// <summary>What the Api would say of these films, all from store 1, with so many copies of the last one there and at store 2.</summary>
    public static Quote QuoteOf(Film[] films, int here = 3, int there = 0) => new(
        At(2026, 1, 5, 14), [.. films.Select(film => new QuoteLine(film.FilmId, film.Title, 1, film.RentalRate, At(2026, 1, 5, 14).AddDays(film.RentalDuration),
            [new(1, here, here == 0 ? At(2026, 1, 9) : null), new(2, there, null)]))], films.Sum(film => film.RentalRate), 1);
}
