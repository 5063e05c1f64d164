using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

internal static class ReturnFilm
{
    public static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> ReturnAsync(
        int id, ReturnRequest? request, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var returnDate = RentalTimes.ToStored(request?.ReturnDate ?? now);
        var rental = await RentalList.FindAsync(database, id, returnDate, cancellationToken);
        if (rental is null)
            return RentalList.Missing(id);
        if (rental.ReturnDate is { } earlier)
            return Problems.Conflict($"Rental {id} came back on {earlier:yyyy-MM-dd} at {earlier:HH:mm} UTC already.");
        if (returnDate < rental.RentalDate)
            return Problems.Impossible("returnDate", $"The film was rented on {rental.RentalDate:yyyy-MM-dd} at {rental.RentalDate:HH:mm} UTC; it cannot come back before.");
        if (RentalTimes.Fault(returnDate, now) is { } fault)
            return Problems.Impossible("returnDate", fault);

        const string sql = "UPDATE rental SET return_date = @returnDate WHERE rental_id = @id AND return_date IS NULL";
        return await database.ExecuteAsync(sql, new { id, returnDate }, cancellationToken) == 1
            ? TypedResults.Ok(new ReturnResponse(returnDate, rental.LateFee ?? 0))
            : Problems.Conflict($"Rental {id} was returned or deleted by someone else just now.");
    }
}
