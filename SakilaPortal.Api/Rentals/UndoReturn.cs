using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>
/// Takes back a return that was a mistake: the copy is out again. The payment that the return itself wrote goes with it, and a waiver of its fee;
/// what the customer paid at another time was real money and stays, to their credit.
/// </summary>
internal static class UndoReturn
{
    private sealed record RentalRow(int RentalId, DateTime RentalDate, int InventoryId, DateTime? ReturnDate);
    private sealed record LaterRow(int RentalId, DateTime RentalDate, string CustomerName);
    private sealed record PaymentRow(int PaymentId, decimal Amount, DateTime PaymentDate);

    public static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(
        int id, [FromBody] ReasonRequest? request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = Reasons.Check(request);
        if (errors.Any)
            return errors.AsImpossible();

        return await database.InTransactionAsync<Results<NoContent, ProblemHttpResult>>(async transaction =>
        {
            const string undo = "UPDATE rental SET return_date = NULL WHERE rental_id = @id";
            if (await LockAsync(transaction, id, cancellationToken) is not { } rental)
                return RentalList.Missing(id);
            if (rental.ReturnDate is null)
                return Problems.Conflict($"Rental {id} is out; there is no return to take back. Perhaps someone else did it just now.");
            if (await LaterAsync(transaction, rental, cancellationToken) is { } later)
                return Problems.Conflict(
                    $"Copy {rental.InventoryId} went out again to {later.CustomerName} on {later.RentalDate:yyyy-MM-dd} at {later.RentalDate:HH:mm} UTC (rental {later.RentalId}), "
                    + $"so it had come back. If that rental is the mistake, undo it first.");

            await transaction.ExecuteAsync(undo, new { id }, cancellationToken);
            var payment = await DeletePaymentAsync(transaction, id, clock, cancellationToken);
            var waiver = await LateFees.DropWaiverAsync(transaction, id, cancellationToken);
            await Audit.WriteAsync(transaction, clock, caller.UserName, "rental.return.undo", $"rental {id}",
                new { reason = request!.Reason!.Trim(), rental.ReturnDate, payment, waiver }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.NoContent();
        }, cancellationToken);
    }

    // The copy too, as renting does: whoever is about to hand it out waits, or has done it and is found.
    private static Task<RentalRow?> LockAsync(MySqlTransaction transaction, int id, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT r.rental_id, r.rental_date, r.inventory_id, r.return_date
            FROM rental r JOIN inventory i ON i.inventory_id = r.inventory_id WHERE r.rental_id = @id FOR UPDATE
            """;
        return transaction.FirstAsync<RentalRow>(sql, new { id }, cancellationToken);
    }

    private static Task<LaterRow?> LaterAsync(MySqlTransaction transaction, RentalRow rental, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT o.rental_id, o.rental_date, CONCAT(c.first_name, ' ', c.last_name) customer_name
            FROM rental o JOIN customer c ON c.customer_id = o.customer_id
            WHERE o.inventory_id = @InventoryId AND o.rental_id <> @RentalId
              AND (o.return_date IS NULL OR o.rental_date > @RentalDate OR (o.rental_date = @RentalDate AND o.rental_id > @RentalId))
            ORDER BY o.rental_date DESC LIMIT 1
            """;
        return transaction.FirstAsync<LaterRow>(sql, rental, cancellationToken);
    }

    // What the return wrote stands in its audit.
    private static async Task<PaymentRow?> DeletePaymentAsync(MySqlTransaction transaction, int id, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string written = $"""
            SELECT {RentalAudit.PaymentId} FROM portal.audit WHERE subject = @subject AND action = 'rental.return' ORDER BY audit_id DESC LIMIT 1
            """;
        const string find = "SELECT payment_id, amount, payment_date FROM payment WHERE payment_id = @paymentId AND rental_id = @id FOR UPDATE";
        var paymentId = await transaction.FirstAsync<long?>(written, new { subject = $"rental {id}" }, cancellationToken);
        if (paymentId is null || await transaction.FirstAsync<PaymentRow>(find, new { paymentId, id }, cancellationToken) is not { } payment)
            return null;
        await transaction.DeleteAsync("payment", "payment_id", payment.PaymentId, clock, cancellationToken);
        return payment;
    }
}
