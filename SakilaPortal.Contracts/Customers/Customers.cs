namespace SakilaPortal.Contracts.Customers;

/// <param name="Balance">What the customer owes, in dollars, by Sakila's <c>get_customer_balance</c>.</param>
public sealed record Customer(
    int CustomerId, string Document, string FirstName, string LastName, string? Email,
    int StoreId, bool Active, int OpenRentals, decimal Balance);
