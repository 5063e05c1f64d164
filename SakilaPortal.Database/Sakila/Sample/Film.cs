namespace SakilaPortal.Database.Sakila.Sample;

/// <param name="RentalRate">Dollars for <paramref name="RentalDuration"/> days.</param>
internal sealed record Film(
    int Id, string Title, string Description, int RentalDuration, decimal RentalRate, int Length, decimal ReplacementCost,
    string Rating, string SpecialFeatures, int CategoryId);
