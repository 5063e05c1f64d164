using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Films;

namespace SakilaPortal.Api.Films;

internal static class FilmsApi
{
    private const int UsualLimit = 20;

    private static readonly CsvColumn<Film>[] Columns =
    [
        new("film_id", film => film.FilmId), new("title", film => film.Title), new("category", film => film.Category), new("rating", film => film.Rating),
        new("length", film => film.Length), new("rental_rate", film => film.RentalRate), new("rental_duration", film => film.RentalDuration),
        new("replacement_cost", film => film.ReplacementCost), new("copies_on_shelf", film => film.InStock.Sum(stock => stock.Copies)),
        new("next_due", film => film.InStock.Min(stock => stock.NextDue)),
    ];

    public static void MapFilms(this IEndpointRouteBuilder api)
    {
        var films = api.MapGroup("films").WithTags("Films").RequireAuthorization(Roles.Clerk);

        films.MapGet("", ListAsync).ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Films by the beginning of words of title, category or actor, with the copies on the shelf of each store");
        films.MapGet("csv", Csv).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("The whole list of films as CSV, with the same filters and order");
        films.MapGet("categories", CategoriesAsync).WithSummary("The names of the categories");
        films.MapGet("{id:int}", FilmCard.GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One film with its cast, copies and what it has earned");

        api.MapGroup("inventory").WithTags("Films").RequireAuthorization(Roles.Clerk).MapGet("", Inventory.ListAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("Copies of films, each with the rental that keeps it off the shelf");
    }

    private static async Task<Results<Ok<Page<Film>>, ProblemHttpResult>> ListAsync(
        [AsParameters] FilmFilter filter, [AsParameters] ListQuery query, int? limit, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (limit is < 1 or > ListQuery.LargestPageSize)
            errors.Add("limit", $"Ask for 1 to {ListQuery.LargestPageSize} films.");
        var paging = query.Read(errors, FilmSearch.Orders);
        if (errors.Any)
            return errors.AsInvalid();

        // A list on a page wants to know its length; what is offered while a person types does not.
        paging = paging with { Size = query.PageSize ?? limit ?? UsualLimit };
        var (films, total) = await FilmSearch.FindAsync(
            database, filter, paging, byMatch: query.Sort is null, counted: query.PageSize is not null, cancellationToken);
        return TypedResults.Ok(paging.ToPage(films, total));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Csv(
        [AsParameters] FilmFilter filter, [AsParameters] ListQuery query, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var paging = query.Read(errors, FilmSearch.Orders);
        if (errors.Any)
            return errors.AsInvalid();
        return CsvDownload.Of("films", Columns, paging.AllAsync(
            async page => (await FilmSearch.FindAsync(database, filter, page, byMatch: query.Sort is null, counted: false, cancellationToken)).Films));
    }

    private static async Task<Ok<Page<string>>> CategoriesAsync(MySqlDataSource database, CancellationToken cancellationToken)
    {
        var names = await database.ListAsync<string>("SELECT name FROM category ORDER BY name", null, cancellationToken);
        return TypedResults.Ok(new Page<string>(names, names.Count));
    }
}
