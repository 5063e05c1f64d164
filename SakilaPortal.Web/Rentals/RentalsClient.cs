using Microsoft.AspNetCore.Http.Extensions;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Rentals;

/// <summary>What the counter asks of the Api about rentals.</summary>
internal sealed class RentalsClient(ApiConnection api)
{
    /// <param name="query">As in the address of a list, beginning with a question mark.</param>
    public Task<Page<Rental>> RentalsAsync(string query, CancellationToken cancellationToken) => api.GetAsync<Page<Rental>>($"rentals{query}", cancellationToken);

    public Task<Rental> RentalAsync(int id, CancellationToken cancellationToken) => api.GetAsync<Rental>($"rentals/{id}", cancellationToken);

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(int id, CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<AuditEntry>>($"rentals/{id}/audit", cancellationToken)).Items;

    public Task<Quote> QuoteAsync(IEnumerable<BasketLine> lines, DateTime rentalDate, CancellationToken cancellationToken)
    {
        var query = new QueryBuilder { { "rentalDate", $"{rentalDate:s}Z" } };
        foreach (var line in lines)
        {
            query.Add("filmId", $"{line.FilmId}");
            query.Add("storeId", $"{line.StoreId}");
        }
        return api.GetAsync<Quote>($"rentals/quote{query}", cancellationToken);
    }

    public Task<Basket> RentAsync(CreateBasketRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        api.PostAsync<Basket>("rentals/basket", request, cancellationToken, idempotencyKey);

    public Task<ReturnResponse> QuoteReturnAsync(int id, DateTime returnDate, CancellationToken cancellationToken) =>
        api.GetAsync<ReturnResponse>($"rentals/{id}/return?returnDate={returnDate:s}Z", cancellationToken);

    public Task<ReturnResponse> ReturnAsync(int id, ReturnRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<ReturnResponse>($"rentals/{id}/return", request, cancellationToken);

    public Task UndoAsync(int id, string reason, CancellationToken cancellationToken) =>
        api.DeleteAsync($"rentals/{id}", cancellationToken, new ReasonRequest(reason));

    public Task UndoReturnAsync(int id, string reason, CancellationToken cancellationToken) =>
        api.DeleteAsync($"rentals/{id}/return", cancellationToken, new ReasonRequest(reason));

    public Task WaiveAsync(int id, string reason, CancellationToken cancellationToken) =>
        api.PostAsync($"rentals/{id}/waiver", new ReasonRequest(reason), cancellationToken);

    public Task UndoWaiverAsync(int id, string reason, CancellationToken cancellationToken) =>
        api.DeleteAsync($"rentals/{id}/waiver", cancellationToken, new ReasonRequest(reason));
}
