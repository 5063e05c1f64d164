using System.Globalization;
using System.Text.Json.Serialization;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Rentals.NewRentalText;

namespace SakilaPortal.Web.Rentals;

/// <summary>One film of a basket, and the store that hands it out.</summary>
public sealed record DraftLine(int FilmId, string Title, int StoreId);

/// <summary>What a clerk has entered so far. The fields of its errors are those of <see cref="CreateBasketRequest"/>, as the Api names them.</summary>
internal sealed record RentalDraft(Customer? Customer = null, int? StoreId = null, DateTime? Date = null, string? Time = null)
{
    public const string DocumentField = "customerDocument";
    public const string LinesField = "lines";
    public const string StoreField = "storeId";
    public const string DateField = "rentalDate";

    public IReadOnlyList<DraftLine> Lines { get; init; } = [];

    /// <summary>The idempotency key of its request, from the first letter on and whatever changes: one draft, also in two tabs, is one rental.</summary>
    public string Key { get; init; } = NewKey();

    [JsonIgnore] public bool IsEmpty => Customer is null && Lines.Count == 0;

    [JsonIgnore] public IEnumerable<BasketLine> Basket => Lines.Select(line => new BasketLine(line.FilmId, line.StoreId));

    public static string NewKey() => Guid.CreateVersion7().ToString();

    public Dictionary<string, string[]> Check(PersonClock clock)
    {
        var errors = new Dictionary<string, string[]>();
        if (Customer is null)
            errors[DocumentField] = [Text.CustomerMissing];
        if (Lines.Count == 0)
            errors[LinesField] = [Text.FilmMissing];
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

    public CreateBasketRequest ToRequest(PersonClock clock) => new(Moment(clock), Customer!.Document, [.. Basket]);

    /// <summary>Whether these are the rentals that it asks for, whenever they were made.</summary>
    public bool IsMadeBy(Basket basket) =>
        basket.Items.All(rental => rental.CustomerId == Customer?.CustomerId) && basket.Items.Select(rental => new BasketLine(rental.FilmId, rental.StoreId)).SequenceEqual(Basket);

    /// <summary>When the rental begins (UTC).</summary>
    public DateTime Moment(PersonClock clock) => string.IsNullOrEmpty(Time) && (Date is null || Date == clock.Now.Date)
        ? clock.UtcNow
        : clock.ToUtc((Date ?? clock.Now.Date).Add(TryTime(out var time) ? time.ToTimeSpan() : clock.Now.TimeOfDay));

    private bool TryTime(out TimeOnly time) => TimeOnly.TryParse(Time, CultureInfo.InvariantCulture, out time);
}
