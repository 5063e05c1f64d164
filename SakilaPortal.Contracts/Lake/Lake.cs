namespace SakilaPortal.Contracts.Lake;

/// <summary>What the business did lately, for the home page.</summary>
/// <param name="EventsPerSecond">Events that entered the reports in the last minute, a second.</param>
/// <param name="Overdue">Films out past their due date.</param>
/// <param name="TopFilms">The films rented most in <paramref name="Days"/>.</param>
/// <param name="Days">The week up to the last day with a rental.</param>
public sealed record Overview(
    long RentalsToday, decimal RevenueToday, long OpenRentals, long EventsLastHour, long EventsTotal, DateTime? LakeUpdatedAt,
    double EventsPerSecond = 0, long Overdue = 0, IReadOnlyList<TopFilm>? TopFilms = null, IReadOnlyList<BusinessDay>? Days = null);

public sealed record TopFilm(int FilmId, string Title, long Rentals, decimal Revenue);

public sealed record BusinessDay(DateOnly Day, long Rentals, decimal Revenue);
