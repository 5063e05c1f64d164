namespace SakilaPortal.Contracts.Films;

public sealed record Film(
    int FilmId, string Title, string? Category, string? Rating, int? Length,
    decimal RentalRate, int RentalDuration, decimal ReplacementCost, IReadOnlyList<Stock> InStock);

/// <param name="Copies">Copies on the shelf of this store now.</param>
/// <param name="NextDue">When the next rented copy is due back (UTC); null when none is out.</param>
public sealed record Stock(int StoreId, int Copies, DateTime? NextDue);
