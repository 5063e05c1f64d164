using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Films;

namespace SakilaPortal.Api.Films;

internal static class FilmsApi
{
    private const int UsualLimit = 20;
    private const int HighestLimit = 500;

    public static void MapFilms(this IEndpointRouteBuilder api) => api.MapGroup("films").WithTags("Films").RequireAuthorization(Roles.Clerk)
        .MapGet("", ListAsync).WithSummary("Films by the beginning of words of title, category or actor, with the copies on the shelf of each store");

    private static async Task<Results<Ok<Page<Film>>, ProblemHttpResult>> ListAsync(
        string? search, int? storeId, int? limit, int? page, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (limit is < 1 or > HighestLimit)
            errors.Add("limit", $"Ask for 1 to {HighestLimit} films.");
        if (page < 1)
            errors.Add("page", "Pages are counted from 1.");
        if (errors.Any)
            return errors.AsInvalid();

        var paging = new Paging(page ?? 1, limit ?? UsualLimit, "title", Descending: false);
        return TypedResults.Ok(paging.ToPage(await FilmSearch.FindAsync(database, search, storeId, paging, cancellationToken)));
    }
}
