using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Rentals;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Payments;

/// <summary>
/// Takes back a payment that was a mistake, where it was taken by itself at the counter; what came with a rental or a return goes with that. The row
/// goes with a tombstone, so that the balance and the lake follow, and the audit keeps it.
/// </summary>
internal static class UndoPayment
{
    /// <summary>Whether payment p was taken by itself, as the audit says.</summary>
    public const string IsPossible = $"""
        EXISTS (SELECT 1 FROM portal.audit WHERE subject = CONCAT('customer ', p.customer_id) AND action = 'payment.create' AND {RentalAudit.PaymentId} = p.payment_id)
        """;

    private sealed record PaymentRow(int PaymentId, int CustomerId, int? RentalId, decimal Amount, DateTime PaymentDate, int StaffId, bool CanUndo);

    public static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(
        int id, [FromBody] ReasonRequest? request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = Reasons.Check(request);
        if (errors.Any)
            return errors.AsImpossible();

        return await database.InTransactionAsync<Results<NoContent, ProblemHttpResult>>(async transaction =>
        {
            const string take = "SELECT payment_id FROM payment WHERE payment_id = @id FOR UPDATE";
            const string find = $"""
                SELECT p.payment_id, p.customer_id, p.rental_id, p.amount, p.payment_date, p.staff_id, {IsPossible} can_undo FROM payment p WHERE p.payment_id = @id
                """;
            await transaction.FirstAsync<int>(take, new { id }, cancellationToken);
            if (await transaction.FirstAsync<PaymentRow>(find, new { id }, cancellationToken) is not { } payment)
                return Problems.NotFound($"There is no payment {id} (any more); perhaps someone else undid it just now.");
            if (!payment.CanUndo)
                return Problems.Conflict(Refusal(payment));

            await transaction.DeleteAsync("payment", "payment_id", id, clock, cancellationToken);
            await Audit.WriteAsync(transaction, clock, caller.UserName, "payment.delete", $"customer {payment.CustomerId}",
                new { reason = request!.Reason!.Trim(), payment }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.NoContent();
        }, cancellationToken);
    }

    private static string Refusal(PaymentRow payment) => payment.RentalId is { } rental
        ? $"Payment {payment.PaymentId} was taken with rental {rental}; undo the return or the rental, and it goes with it."
        : $"Payment {payment.PaymentId} is from before the portal; it cannot be undone here.";
}
