using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Web.Tests.Rentals;

internal static class Sample
{
    public static readonly Customer Mary = new(1, "10000000", "MARY", "SMITH", "MARY.SMITH@sakilacustomer.org", 1, true, 2, 5.98m);

    public static readonly Film Dinosaur = new(
        1, "ACADEMY DINOSAUR", "Documentary", "PG", 86, 0.99m, 6, 20.99m, [new(1, 3, null), new(2, 0, new DateTime(2026, 1, 9, 0, 0, 0, DateTimeKind.Utc))]);

    public static readonly Rental Rental = new(
        16050, new DateTime(2005, 5, 24, 10, 0, 0, DateTimeKind.Utc), new DateTime(2005, 5, 30, 10, 0, 0, DateTimeKind.Utc), 1, 1, "ACADEMY DINOSAUR", 4, 1, 1, 9, 0.99m,
        CustomerName: "MARY SMITH", CustomerDocument: "10000000");
}
