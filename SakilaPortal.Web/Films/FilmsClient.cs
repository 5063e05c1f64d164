using Microsoft.AspNetCore.Http.Extensions;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Films;

/// <summary>What the counter asks of the Api about films and their copies.</summary>
internal sealed class FilmsClient(ApiConnection api)
{
    private const int Suggestions = 10;

    public async Task<IReadOnlyList<Film>> SuggestAsync(string? search, CancellationToken cancellationToken)
    {
        var query = new QueryBuilder { { "search", search ?? "" }, { "limit", $"{Suggestions}" } };
        return (await FilmsAsync($"{query}", cancellationToken)).Items;
    }

    /// <summary>The numbers of the stores: every film names all of them, also those without a copy of it.</summary>
    public async Task<IReadOnlyList<int>> StoresAsync(CancellationToken cancellationToken) =>
        [.. (await FilmsAsync("?limit=1", cancellationToken)).Items.SelectMany(film => film.InStock).Select(stock => stock.StoreId).Order()];

    /// <param name="query">As in the address of a list, beginning with a question mark.</param>
    public Task<Page<Film>> FilmsAsync(string query, CancellationToken cancellationToken) => api.GetAsync<Page<Film>>($"films{query}", cancellationToken);

    public async Task<IReadOnlyList<string>> CategoriesAsync(CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<string>>("films/categories", cancellationToken)).Items;

    public Task<FilmDetails> FilmAsync(int id, CancellationToken cancellationToken) => api.GetAsync<FilmDetails>($"films/{id}", cancellationToken);

    public Task<Page<InventoryItem>> CopiesAsync(int filmId, CancellationToken cancellationToken) =>
        api.GetAsync<Page<InventoryItem>>($"inventory?filmId={filmId}&sort=storeId&pageSize=500", cancellationToken);

    public async Task<InventoryItem?> CopyAsync(int inventoryId, CancellationToken cancellationToken) =>
        await api.GetAsync<Page<InventoryItem>>($"inventory?inventoryId={inventoryId}", cancellationToken) is { Items: [var copy, ..] } ? copy : null;
}
