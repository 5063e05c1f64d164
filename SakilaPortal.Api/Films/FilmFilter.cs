namespace SakilaPortal.Api.Films;

/// <summary>Which films a list is about, as it stands in the query.</summary>
/// <param name="StoreId">Whose copies are told; without it those of every store.</param>
internal sealed record FilmFilter(string? Search, int? StoreId, string? Category, string? Rating, int? ActorId)
{
    /// <summary>Conditions over film f, each beginning with AND.</summary>
    public string Sql => string.Concat(Conditions());

    private IEnumerable<string> Conditions()
    {
        if (!string.IsNullOrWhiteSpace(Category))
            yield return " AND EXISTS (SELECT 1 FROM film_category kind JOIN category k ON k.category_id = kind.category_id WHERE kind.film_id = f.film_id AND k.name = @Category)";
        if (!string.IsNullOrWhiteSpace(Rating))
            yield return " AND f.rating = @Rating";
        if (ActorId is not null)
            yield return " AND EXISTS (SELECT 1 FROM film_actor played WHERE played.film_id = f.film_id AND played.actor_id = @ActorId)";
    }
}
