using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Payments;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>
/// Takes a copy back. Its late fee follows from the dates, as get_customer_balance counts it, and so stands in the balance by itself; a payment of
/// it is written only when the clerk takes the money now.
/// </summary>
internal static class ReturnFilm
{
    /// <summary>What the return would cost, without writing anything.</summary>
    public static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> QuoteAsync(
        int id, DateTimeOffset? returnDate, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (rental, at, refusal) = await FindAsync(id, returnDate?.UtcDateTime, database, clock, cancellationToken);
        return rental is null ? refusal! : TypedResults.Ok(new ReturnResponse(at, rental.LateFee ?? 0));
    }

    public static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> ReturnAsync(
        int id, ReturnRequest? request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (rental, returnDate, refusal) = await FindAsync(id, request?.ReturnDate, database, clock, cancellationToken);
        if (rental is null)
            return refusal!;
        var fee = rental.LateFee ?? 0;
        var taken = request?.TakePayment == true && fee > 0;
        if (taken && fee > NewPayment.Most)
            return Problems.Impossible("takePayment", $"One payment holds at most ${NewPayment.Most}, and the fee is ${fee}; return the film without it and take payments from the customer.");

        return await database.InTransactionAsync<Results<Ok<ReturnResponse>, ProblemHttpResult>>(async transaction =>
        {
            const string sql = "UPDATE rental SET return_date = @returnDate WHERE rental_id = @id AND return_date IS NULL";
            if (await transaction.ExecuteAsync(sql, new { id, returnDate }, cancellationToken) != 1)
                return Problems.Conflict($"Rental {id} was returned or deleted by someone else just now.");
            // Paid now, whatever earlier day the return is written for.
            var payment = new NewPayment(rental.CustomerId, caller.StaffId ?? rental.StaffId, id, fee, RentalTimes.ToStored(clock.GetUtcNow().UtcDateTime));
            long? paymentId = taken ? await payment.InsertAsync(transaction, cancellationToken) : null;
            await Audit.WriteAsync(transaction, clock, caller.UserName, "rental.return", $"rental {id}", new { returnDate, lateFee = fee, paymentId }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.Ok(new ReturnResponse(returnDate, fee, paymentId));
        }, cancellationToken);
    }

    private static async Task<(Rental? Rental, DateTime ReturnDate, ProblemHttpResult? Refusal)> FindAsync(
        int id, DateTime? asked, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var returnDate = RentalTimes.ToStored(asked ?? now);
        var rental = await RentalList.FindAsync(database, id, returnDate, cancellationToken);
        var refusal = rental switch
        {
            null => RentalList.Missing(id),
            { ReturnDate: { } earlier } => Problems.Conflict($"Rental {id} came back on {earlier:yyyy-MM-dd} at {earlier:HH:mm} UTC already."),
            _ when returnDate < rental.RentalDate => Problems.Impossible(
                "returnDate", $"The film was rented on {rental.RentalDate:yyyy-MM-dd} at {rental.RentalDate:HH:mm} UTC; it cannot come back before."),
            _ when RentalTimes.Fault(returnDate, now) is { } fault => Problems.Impossible("returnDate", fault),
            _ => null,
        };
        return (refusal is null ? rental : null, returnDate, refusal);
    }
}
