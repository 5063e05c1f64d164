using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>Lets go what of a late fee is not paid yet, and takes that back. Nothing of it is written into sakila (decision 23).</summary>
internal static class WaiveLateFee
{
    public static async Task<Results<Ok<LateFeeWaiver>, ProblemHttpResult>> WaiveAsync(
        int id, ReasonRequest? request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = Reasons.Check(request);
        if (errors.Any)
            return errors.AsImpossible();

        return await database.InTransactionAsync<Results<Ok<LateFeeWaiver>, ProblemHttpResult>>(async transaction =>
        {
            const string insert = """
                INSERT INTO portal.late_fee_waiver (rental_id, amount, reason, waived_by, waived_at) VALUES (@RentalId, @Amount, @Reason, @WaivedBy, @WaivedAt)
                """;
            var now = clock.GetUtcNow().UtcDateTime;
            var (fee, earlier) = await LateFees.LockAsync(transaction, id, now, cancellationToken);
            if (fee is null)
                return RentalList.Missing(id);
            if (Refusal(fee, earlier) is { } refusal)
                return Problems.Conflict(refusal);

            var waiver = new LateFeeWaiver(id, fee.Unpaid, request!.Reason!.Trim(), caller.UserName, now);
            await transaction.ExecuteAsync(insert, waiver, cancellationToken);
            await Audit.WriteAsync(transaction, clock, caller.UserName, "rental.waive", $"rental {id}", new { waiver.Reason, waiver.Amount }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.Ok(waiver);
        }, cancellationToken);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(
        int id, [FromBody] ReasonRequest? request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = Reasons.Check(request);
        if (errors.Any)
            return errors.AsImpossible();

        return await database.InTransactionAsync<Results<NoContent, ProblemHttpResult>>(async transaction =>
        {
            if (await LateFees.DropWaiverAsync(transaction, id, cancellationToken) is not { } waiver)
                return Problems.Conflict($"No late fee of rental {id} is waived (any more); there is nothing to take back.");
            await Audit.WriteAsync(transaction, clock, caller.UserName, "rental.waive.undo", $"rental {id}",
                new { reason = request!.Reason!.Trim(), waiver }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return TypedResults.NoContent();
        }, cancellationToken);
    }

    private static string? Refusal(LateFeeState fee, LateFeeWaiver? earlier) => fee switch
    {
        _ when earlier is not null => $"{earlier.WaivedBy} waived the late fee of rental {fee.RentalId} on {earlier.WaivedAt:yyyy-MM-dd} at {earlier.WaivedAt:HH:mm} UTC already.",
        { ReturnDate: null } => $"Rental {fee.RentalId} is out, so its late fee is not known yet; take the film back first.",
        { LateFee: 0 } => $"Rental {fee.RentalId} came back in time; it has no late fee to waive.",
        { Unpaid: 0 } => $"The late fee of rental {fee.RentalId} is paid; nothing of it is left to waive.",
        _ => null,
    };
}
