using System.Globalization;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Rentals.NewRentalText;

namespace SakilaPortal.Web.Rentals;

/// <summary>What a clerk has entered so far. The fields of its errors are those of <see cref="CreateRentalRequest"/>, as the Api names them.</summary>
internal sealed record RentalDraft(Customer? Customer = null, Film? Film = null, int? StoreId = null, DateTime? Date = null, string? Time = null)
{
    public const string DocumentField = "customerDocument";
    public const string FilmField = "filmId";
    public const string StoreField = "storeId";
    public const string DateField = "rentalDate";

    /// <summary>Copies on the shelf of the chosen store; null while film or store are open.</summary>
    public Stock? Stock => Film?.InStock.FirstOrDefault(stock => stock.StoreId == StoreId);

    public Dictionary<string, string[]> Check(PersonClock clock)
    {
        var errors = new Dictionary<string, string[]>();
        if (Customer is null)
            errors[DocumentField] = [Text.CustomerMissing];
        if (Film is null)
            errors[FilmField] = [Text.FilmMissing];
        if (StoreId is null)
            errors[StoreField] = [Text.StoreMissing];
        if (Date is null)
            errors[DateField] = [Text.DateMissing];
        else if (!string.IsNullOrEmpty(Time) && !TryTime(out _))
            errors[DateField] = [Text.TimeWrong];
        else if (Moment(clock) > clock.UtcNow.AddMinutes(1))
            errors[DateField] = [Text.DateAhead];
        return errors;
    }

    public CreateRentalRequest ToRequest(PersonClock clock) => new(Moment(clock), Customer!.Document, Film!.FilmId, StoreId);

    /// <summary>When the rental begins (UTC), and when the film is due back.</summary>
    public DateTime Moment(PersonClock clock) => string.IsNullOrEmpty(Time) && (Date is null || Date == clock.Now.Date)
        ? clock.UtcNow
        : clock.ToUtc((Date ?? clock.Now.Date).Add(TryTime(out var time) ? time.ToTimeSpan() : clock.Now.TimeOfDay));

    private bool TryTime(out TimeOnly time) => TimeOnly.TryParse(Time, CultureInfo.InvariantCulture, out time);
}
