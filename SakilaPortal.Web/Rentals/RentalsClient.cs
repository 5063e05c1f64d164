using Microsoft.AspNetCore.Http.Extensions;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Rentals;

/// <summary>What the counter asks of the Api: films, customers and rentals.</summary>
internal sealed class RentalsClient(ApiConnection api)
{
    private const int Suggestions = 10;

    public async Task<IReadOnlyList<Film>> FilmsAsync(string? search, CancellationToken cancellationToken)
    {
        var query = new QueryBuilder { { "search", search ?? "" }, { "limit", $"{Suggestions}" } };
        return (await api.GetAsync<Page<Film>>($"films{query}", cancellationToken)).Items;
    }

    public async Task<IReadOnlyList<Customer>> CustomersAsync(string? search, CancellationToken cancellationToken)
    {
        var query = new QueryBuilder { { "search", search ?? "" }, { "pageSize", $"{Suggestions}" } };
        return (await api.GetAsync<Page<Customer>>($"customers{query}", cancellationToken)).Items;
    }

    public Task<Page<Rental>> RentalsAsync(int page, int pageSize, bool openOnly, CancellationToken cancellationToken)
    {
        var query = new QueryBuilder { { "page", $"{page}" }, { "pageSize", $"{pageSize}" } };
        if (openOnly)
            query.Add("open", "true");
        return api.GetAsync<Page<Rental>>($"rentals{query}", cancellationToken);
    }

    public Task<Rental> RentAsync(CreateRentalRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        api.PostAsync<Rental>("rentals", request, cancellationToken, idempotencyKey);
}
