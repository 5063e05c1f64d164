namespace SakilaPortal.Contracts.Films;

public sealed record Film(
    int FilmId, string Title, string? Category, string? Rating, int? Length,
    decimal RentalRate, int RentalDuration, decimal ReplacementCost, IReadOnlyList<Stock> InStock);

/// <param name="Copies">Copies on the shelf of this store now.</param>
/// <param name="NextDue">When the next rented copy is due back (UTC); null when none is out.</param>
public sealed record Stock(int StoreId, int Copies, DateTime? NextDue);

/// <param name="Rented">How often its copies have been rented.</param>
/// <param name="Earned">What has been paid for those rentals, in dollars.</param>
public sealed record FilmDetails(
    int FilmId, string Title, string? Description, int? ReleaseYear, string? Language, string? Rating, int? Length, string? SpecialFeatures,
    decimal RentalRate, int RentalDuration, decimal ReplacementCost, IReadOnlyList<string> Categories, IReadOnlyList<Actor> Actors,
    IReadOnlyList<Stock> InStock, long Rented, decimal Earned);

public sealed record Actor(int ActorId, string FirstName, string LastName);

/// <summary>One copy of a film; the rental is the one that keeps it off the shelf.</summary>
public sealed record InventoryItem(
    int InventoryId, int FilmId, string Title, int StoreId, int? RentalId = null, int? CustomerId = null, string? CustomerName = null,
    DateTime? RentalDate = null, DateTime? DueDate = null);
