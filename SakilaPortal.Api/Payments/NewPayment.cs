using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Payments;

/// <summary>A payment to write. The stock trigger puts the time of the insert in place of the date given, so it is set again.</summary>
internal sealed record NewPayment(int CustomerId, int StaffId, int? RentalId, decimal Amount, DateTime PaymentDate)
{
    /// <summary>What the column DECIMAL(5, 2) can hold.</summary>
    public const decimal Most = 999.99m;

    public Task<long> InsertAsync(MySqlTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (@CustomerId, @StaffId, @RentalId, @Amount, @PaymentDate);
            UPDATE payment SET payment_date = @PaymentDate WHERE payment_id = LAST_INSERT_ID();
            SELECT LAST_INSERT_ID();
            """;
        return transaction.FirstAsync<long>(sql, this, cancellationToken);
    }
}
