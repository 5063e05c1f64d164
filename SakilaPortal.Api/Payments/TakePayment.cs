using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Customers;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Rentals;
using SakilaPortal.Contracts.Customers;

namespace SakilaPortal.Api.Payments;

/// <summary>A payment beside renting: of a late fee, or of what is owed. It is a row of Sakila's payment, so that get_customer_balance counts it.</summary>
internal static class TakePayment
{
    private sealed record CustomerRow(int CustomerId, string Name, int ManagerStaffId);

    public static async Task<Results<Created<Payment>, ProblemHttpResult>> CreateAsync(
        int id, PaymentRequest request, [FromHeader(Name = Idempotency.Header)] string? key, ClaimsPrincipal caller,
        MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        Idempotency.Check(errors, key);
        errors.Require("amount", request.Amount);
        if (request.Amount is <= 0 or > NewPayment.Most)
            errors.Add("amount", $"A payment is more than $0 and at most ${NewPayment.Most}.");
        else if (request.Amount is { } amount && decimal.Round(amount, 2) != amount)
            errors.Add("amount", "A payment has whole cents.");
        if (errors.Any)
            return errors.AsInvalid();

        var now = RentalTimes.ToStored(clock.GetUtcNow().UtcDateTime);
        return await database.OnceAsync<Payment>(Idempotency.Of(caller, key!, new PaymentOf(id, request), now), Address, async transaction =>
        {
            const string find = """
                SELECT c.customer_id, CONCAT(c.first_name, ' ', c.last_name) name, s.manager_staff_id
                FROM customer c JOIN store s ON s.store_id = c.store_id WHERE c.customer_id = @id
                """;
            const string owns = "SELECT customer_id FROM rental WHERE rental_id = @RentalId";
            if (await transaction.FirstAsync<CustomerRow>(find, new { id }, cancellationToken) is not { } customer)
                return CustomerCard.Missing(id);
            if (request.RentalId is not null && await transaction.FirstAsync<int>(owns, request, cancellationToken) != id)
                return Problems.Impossible("rentalId", $"{customer.Name} has no rental {request.RentalId}; leave it out, or take one of theirs.");

            var staffId = caller.StaffId ?? customer.ManagerStaffId;
            var paymentId = await new NewPayment(id, staffId, request.RentalId, request.Amount!.Value, now).InsertAsync(transaction, cancellationToken);
            await Audit.WriteAsync(transaction, clock, caller.UserName, "payment.create", $"customer {id}", new { paymentId, request.Amount, request.RentalId }, cancellationToken);
            var payment = new Payment(paymentId, id, staffId, request.RentalId, request.Amount.Value, now, customer.Name, CanUndo: true);
            return TypedResults.Created(Address(payment), payment);
        }, cancellationToken);
    }

    private sealed record PaymentOf(int CustomerId, PaymentRequest Request);

    private static string Address(Payment payment) => $"/api/payments?customerId={payment.CustomerId}";
}
