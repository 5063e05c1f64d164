using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

internal static class DeleteRental
{
    private sealed record RentalRow(int RentalId, DateTime RentalDate, int InventoryId, int CustomerId, DateTime? ReturnDate, int StaffId);
    private sealed record PaymentRow(int PaymentId, decimal Amount, DateTime PaymentDate);

    public static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        int id, [FromBody] ReasonRequest request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var errors = Reasons.Check(request);
        if (errors.Any)
            return errors.AsInvalid();

        return await database.InTransactionAsync<Results<NoContent, ProblemHttpResult>>(async transaction =>
        {
            const string find = "SELECT rental_id, rental_date, inventory_id, customer_id, return_date, staff_id FROM rental WHERE rental_id = @id FOR UPDATE";
            const string findPayments = "SELECT payment_id, amount, payment_date FROM payment WHERE rental_id = @id FOR UPDATE";
            if (await transaction.FirstAsync<RentalRow>(find, new { id }, cancellationToken) is not { } rental)
                return RentalList.Missing(id);
            var payments = await transaction.ListAsync<PaymentRow>(findPayments, new { id }, cancellationToken);

            // Payments go first: the foreign key would keep them, without their rental.
            foreach (var payment in payments)
                await transaction.DeleteAsync("payment", "payment_id", payment.PaymentId, clock, cancellationToken);
            await transaction.DeleteAsync("rental", "rental_id", id, clock, cancellationToken);
            var waiver = await LateFees.DropWaiverAsync(transaction, id, cancellationToken);
            await Audit.WriteAsync(transaction, clock, caller.UserName, "rental.delete", $"rental {id}",
                new { reason = request.Reason!.Trim(), rental, payments, waiver }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.NoContent();
        }, cancellationToken);
    }
}
