using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

internal static class RentalTrace
{
    public static async Task<Results<Ok<Trace>, ProblemHttpResult>> GetAsync(int id, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var savedAt = await database.FirstAsync<DateTime?>("SELECT last_update FROM rental WHERE rental_id = @id", new { id }, cancellationToken);
        return savedAt is { } at
            ? TypedResults.Ok(new Trace([new("row", $"sakila.rental, rental_id {id}", at, "done")]))
            : RentalList.Missing(id);
    }
}
