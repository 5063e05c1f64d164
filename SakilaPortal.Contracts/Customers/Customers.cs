namespace SakilaPortal.Contracts.Customers;

/// <param name="Balance">What the customer owes, in dollars: Sakila's <c>get_customer_balance</c>, less the late fees that were waived.</param>
public sealed record Customer(
    int CustomerId, string Document, string FirstName, string LastName, string? Email,
    int StoreId, bool Active, int OpenRentals, decimal Balance);

/// <param name="Rentals">How many rentals there have been in all.</param>
/// <param name="Paid">What was paid in all, in dollars.</param>
/// <param name="Notes">The newest first.</param>
/// <param name="Waived">Late fees that were let go, in dollars.</param>
public sealed record CustomerDetails(
    int CustomerId, string? Document, string FirstName, string LastName, string? Email, int StoreId, bool Active, DateTime CreateDate,
    string Address, string? District, string City, string Country, string? PostalCode, string? Phone,
    int OpenRentals, int OverdueRentals, long Rentals, decimal Paid, decimal Balance, IReadOnlyList<CustomerNote> Notes, decimal Waived = 0);

public sealed record CustomerNote(int NoteId, string Text, string CreatedBy, DateTime CreatedAt, string? ChangedBy = null, DateTime? ChangedAt = null);

public sealed record NoteRequest(string? Text);

/// <param name="RentalId">Null for a payment that belongs to no one rental.</param>
/// <param name="CanUndo">Whether it was taken by itself at the counter, so that it can be taken back by itself.</param>
public sealed record Payment(
    long PaymentId, int CustomerId, int StaffId, int? RentalId, decimal Amount, DateTime PaymentDate,
    string? CustomerName = null, int? FilmId = null, string? Title = null, string? StaffName = null, bool CanUndo = false);

/// <param name="RentalId">The rental that is paid for, where there is one; it must be this customer's.</param>
public sealed record PaymentRequest(decimal? Amount, int? RentalId = null);
