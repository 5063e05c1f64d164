using MySqlConnector;
using SakilaPortal.Api.Customers;
using SakilaPortal.Api.Data;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>The late fee of one rental, and what has become of it.</summary>
/// <param name="Paid">All that was paid for this rental; it counts for the price first.</param>
internal sealed record LateFeeState(int RentalId, int CustomerId, DateTime? ReturnDate, decimal LateFee, decimal RentalRate, decimal Paid)
{
    /// <summary>What the customer owes in all. Who owes nothing has paid the fee too, perhaps on account.</summary>
    public decimal Balance { get; init; }

    /// <summary>What could still be waived. A copy that is out has no late fee yet.</summary>
    public decimal Unpaid => ReturnDate is null ? 0 : Math.Clamp(Math.Min(RentalRate + LateFee - Paid, Balance), 0, LateFee);
}

internal static class LateFees
{
    private const string State = $"""
        SELECT r.rental_id, r.customer_id, r.return_date, {RentalList.LateFee} late_fee, f.rental_rate,
               (SELECT COALESCE(SUM(p.amount), 0) FROM payment p WHERE p.rental_id = r.rental_id) paid
        FROM rental r JOIN inventory i ON i.inventory_id = r.inventory_id JOIN film f ON f.film_id = i.film_id
        WHERE r.rental_id = @id
        """;

    private const string Waiver = "SELECT rental_id, amount, reason, waived_by, waived_at FROM portal.late_fee_waiver WHERE rental_id = @id";

    public static async Task<LateFeeState?> OfAsync(MySqlDataSource database, int id, DateTime now, CancellationToken cancellationToken)
    {
        if (await database.FirstAsync<LateFeeState>(State, new { id, now }, cancellationToken) is not { } fee)
            return null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var balances = await Balances.OfAsync(connection, [fee.CustomerId], now, cancellationToken);
        return fee with { Balance = balances.GetValueOrDefault(fee.CustomerId) };
    }

    /// <summary>The same within a transaction, which keeps others from the rental and its customer's account until it ends.</summary>
    public static async Task<(LateFeeState? Fee, LateFeeWaiver? Waiver)> LockAsync(
        MySqlTransaction transaction, int id, DateTime now, CancellationToken cancellationToken)
    {
        const string take = "SELECT r.rental_id FROM rental r JOIN customer c ON c.customer_id = r.customer_id WHERE r.rental_id = @id FOR UPDATE";
        await transaction.FirstAsync<int>(take, new { id }, cancellationToken);
        if (await transaction.FirstAsync<LateFeeState>(State, new { id, now }, cancellationToken) is not { } fee)
            return (null, null);
        var balance = await Balances.OfAsync(transaction, fee.CustomerId, now, cancellationToken);
        return (fee with { Balance = balance }, await transaction.FirstAsync<LateFeeWaiver>(Waiver, new { id }, cancellationToken));
    }

    /// <summary>Removes the waiver, where there is one, and answers what it was.</summary>
    public static async Task<LateFeeWaiver?> DropWaiverAsync(MySqlTransaction transaction, int id, CancellationToken cancellationToken)
    {
        var waiver = await transaction.FirstAsync<LateFeeWaiver>($"{Waiver} FOR UPDATE", new { id }, cancellationToken);
        if (waiver is not null)
            await transaction.ExecuteAsync("DELETE FROM portal.late_fee_waiver WHERE rental_id = @id", new { id }, cancellationToken);
        return waiver;
    }
}
