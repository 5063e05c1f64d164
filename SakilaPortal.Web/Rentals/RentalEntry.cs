using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

/// <summary>
/// The entry of a rental from the first key to the answer. Each change is kept in the browser. Until the Api has answered, the same request goes out
/// again with the same key and moment, also after the page was loaded anew, so that it is made once. A draft that was changed, or is open in another
/// tab, keeps its key: what it has become already is told, and never made again.
/// </summary>
internal sealed class RentalEntry(RentalsClient rentals, DraftStore store, PersonClock clock)
{
    private Dictionary<string, string[]> errors = [];
    private int quotes;

    public RentalDraft Draft { get; private set; } = new();

    /// <summary>The request as it was sent, while it has no answer.</summary>
    public CreateBasketRequest? Unanswered { get; private set; }

    /// <summary>What this draft had become before, as the Api said when it was sent once more.</summary>
    public Basket? MadeBefore { get; private set; }

    /// <summary>While a request is under way the draft stays as it is.</summary>
    public bool IsSending { get; private set; }

    /// <summary>Prices, due dates and copies of the basket as the Api says; null while there is none.</summary>
    public Quote? Quote { get; private set; }

    public bool HasErrors => errors.Count > 0;

    /// <summary>What is wrong with a field, or with a part of it such as one line.</summary>
    public string? ErrorOf(string field) =>
        string.Join(' ', errors.Where(error => error.Key == field || error.Key.StartsWith($"{field}[", StringComparison.Ordinal)).SelectMany(error => error.Value)) is { Length: > 0 } text ? text : null;

    public void Begin(int? storeId) => (Draft, Unanswered, MadeBefore, Quote, errors) = (Empty(storeId), null, null, null, []);

    /// <summary>Takes up what this person left in this browser; false when there was nothing.</summary>
    public async Task<bool> RestoreAsync()
    {
        if (await store.FindAsync() is not { Draft.IsEmpty: false } kept)
            return false;
        // "Today" of the day it was left means today.
        var meantToday = string.IsNullOrEmpty(kept.Draft.Time) && kept.Draft.Date == clock.ToLocal(kept.KeptAt).Date;
        (Draft, Unanswered) = (meantToday ? kept.Draft with { Date = clock.Now.Date } : kept.Draft, kept.Unanswered);
        return true;
    }

    public Task ChangeAsync(RentalDraft changed, string field)
    {
        if (IsSending)
            return Task.CompletedTask;
        if (Draft.IsEmpty)
            MadeBefore = null;
        foreach (var wrong in errors.Keys.Where(key => key.StartsWith(field, StringComparison.Ordinal)).ToList())
            errors.Remove(wrong);
        (Draft, Unanswered) = (changed, null);
        return KeepAsync();
    }

    public Task ChooseAsync(Customer? customer) => ChangeAsync(Draft with { Customer = customer }, RentalDraft.DocumentField);

    public Task AddAsync(Film film) => ChangeLinesAsync([.. Draft.Lines, new(film.FilmId, film.Title, Draft.StoreId ?? film.InStock[0].StoreId)]);

    public Task RemoveAsync(int line) => ChangeLinesAsync([.. Draft.Lines.Where((_, at) => at != line)]);

    public Task MoveAsync(int line, int storeId) => ChangeLinesAsync([.. Draft.Lines.Select((kept, at) => at == line ? kept with { StoreId = storeId } : kept)]);

    /// <summary>The store of the counter: all films are handed out there.</summary>
    public Task ChooseStoreAsync(int? storeId) => ChangeAsync(
        Draft with { StoreId = storeId, Lines = [.. Draft.Lines.Select(line => line with { StoreId = storeId ?? line.StoreId })] }, RentalDraft.StoreField);

    public async Task QuoteAsync(CancellationToken cancellationToken)
    {
        var asked = ++quotes;
        var quote = Draft.Lines.Count == 0 ? null : await rentals.QuoteAsync(Draft.Basket, Draft.Moment(clock), cancellationToken);
        if (asked == quotes)
            Quote = quote;
    }

    /// <summary>What was rented, or null where the fields say what is missing.</summary>
    public async Task<Basket?> SendAsync(CancellationToken cancellationToken)
    {
        if (IsSending)
            return null;
        (errors, MadeBefore) = (Unanswered is null ? Draft.Check(clock) : [], null);
        if (HasErrors)
            return null;
        var request = Unanswered ??= Draft.ToRequest(clock);
        IsSending = true;
        try
        {
            await KeepAsync();
            var basket = await rentals.RentAsync(request, Draft.Key, cancellationToken);
            await BeginAnewAsync();
            return basket;
        }
        catch (ApiException e) when ((int?)e.Status is >= 400 and < 500)
        {
            if (!await TakeRefusalAsync(e))
                throw;
            return null;
        }
        finally
        {
            IsSending = false;
        }
    }

    public Task StartOverAsync() => IsSending ? Task.CompletedTask : BeginAnewAsync();

    // False when nothing beside the refusal's own words tells what is wrong.
    private async Task<bool> TakeRefusalAsync(ApiException refusal)
    {
        (Unanswered, MadeBefore) = (null, refusal.Earlier<Basket>());
        if (MadeBefore is not { } before)
            errors = new(refusal.Errors);
        else if (Draft.IsMadeBy(before))
            (Draft, Quote) = (Empty(Draft.StoreId), null);
        else
            // What was made with this key is something else: the fields hold another rental now.
            Draft = Draft with { Key = RentalDraft.NewKey() };
        await KeepAsync();
        return MadeBefore is not null || HasErrors;
    }

    private Task BeginAnewAsync()
    {
        Begin(Draft.StoreId);
        return store.ForgetAsync();
    }

    private RentalDraft Empty(int? storeId) => new(StoreId: storeId, Date: clock.Now.Date);

    private Task ChangeLinesAsync(IReadOnlyList<DraftLine> lines) => ChangeAsync(Draft with { Lines = lines }, RentalDraft.LinesField);

    private Task KeepAsync() => Draft.IsEmpty ? store.ForgetAsync() : store.KeepAsync(new(Draft, Unanswered, clock.UtcNow));
}
