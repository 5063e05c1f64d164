using System.Net;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Customers;

namespace SakilaPortal.Web.Rentals;

/// <summary>A rental on a receipt, with all that was paid for it.</summary>
public sealed record ReceiptLine(Rental Rental, IReadOnlyList<Payment> Payments)
{
    /// <summary>What it came back late for; a copy that is out may still be in time.</summary>
    public decimal LateFee => Rental.ReturnDate is null ? 0 : Rental.LateFee ?? 0;
}

/// <param name="Missing">The rentals asked for that are not there (any more).</param>
public sealed record ReceiptView(IReadOnlyList<ReceiptLine> Lines, IReadOnlyList<int> Missing)
{
    public decimal Paid => Lines.Sum(line => line.Payments.Sum(payment => payment.Amount));

    public decimal Owed => Lines.Sum(line => line.Rental.UnpaidFee ?? 0);

    internal static async Task<ReceiptView> LoadAsync(IEnumerable<int> ids, RentalsClient rentals, CustomersClient customers, CancellationToken cancellationToken)
    {
        var (lines, missing) = (new List<ReceiptLine>(), new List<int>());
        foreach (var id in ids)
        {
            try
            {
                var rental = await rentals.RentalAsync(id, cancellationToken);
                lines.Add(new(rental, (await customers.PaymentsAsync($"?rentalId={id}&sort=paymentId", cancellationToken)).Items));
            }
            catch (ApiException e) when (e.Status == HttpStatusCode.NotFound)
            {
                missing.Add(id);
            }
        }
        return new(lines, missing);
    }
}
