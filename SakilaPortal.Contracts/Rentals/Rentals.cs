namespace SakilaPortal.Contracts.Rentals;

/// <param name="RentalDate">ISO 8601; without an offset it is read as UTC.</param>
public sealed record CreateRentalRequest(DateTime? RentalDate, string? CustomerDocument, int? FilmId, int? StoreId);

/// <param name="RentalDate">UTC.</param>
/// <param name="DueDate">UTC; rental date plus the film's rental duration.</param>
/// <param name="LateFee">Dollars: one for each calendar day that the copy is, or came back, overdue.</param>
/// <param name="WaivedFee">What a clerk let go of the late fee; null when nothing.</param>
/// <param name="UnpaidFee">Of a single rental that came back: what of its late fee is neither paid nor waived.</param>
public sealed record Rental(
    int RentalId, DateTime RentalDate, DateTime DueDate, int CustomerId, int FilmId, string Title, int InventoryId,
    int StoreId, int StaffId, long? PaymentId, decimal? Amount, DateTime? ReturnDate = null, decimal? LateFee = null,
    string? CustomerName = null, string? CustomerDocument = null, decimal? WaivedFee = null, decimal? UnpaidFee = null);

/// <summary>Several copies to one customer at once: all of them are rented, or none.</summary>
public sealed record CreateBasketRequest(DateTime? RentalDate, string? CustomerDocument, IReadOnlyList<BasketLine>? Lines);

public sealed record BasketLine(int? FilmId, int? StoreId);

/// <param name="Items">In the order of the lines.</param>
public sealed record Basket(IReadOnlyList<Rental> Items, decimal Total);

/// <summary>What a basket would cost, before anything is written.</summary>
/// <param name="LateFeePerDay">Dollars for each calendar day that a copy comes back late.</param>
public sealed record Quote(DateTime RentalDate, IReadOnlyList<QuoteLine> Lines, decimal Total, decimal LateFeePerDay);

/// <param name="InStock">The copies on the shelf of every store, so that another store can be offered.</param>
public sealed record QuoteLine(int FilmId, string Title, int StoreId, decimal Amount, DateTime DueDate, IReadOnlyList<Films.Stock> InStock);

/// <param name="TakePayment">Whether the late fee is paid with the return; otherwise it stays in the customer's balance.</param>
public sealed record ReturnRequest(DateTime? ReturnDate, bool? TakePayment = null);

/// <param name="PaymentId">The payment of the late fee, where it was taken.</param>
public sealed record ReturnResponse(DateTime ReturnDate, decimal LateFee, long? PaymentId = null);

/// <param name="Detail">What was written, as JSON.</param>
/// <param name="PaymentId">The payment that was written, where there was one.</param>
public sealed record AuditEntry(DateTime HappenedAt, string UserName, string Action, string? Reason, string? Detail, long? PaymentId = null);

/// <summary>Why something at the counter is taken back, or a fee let go.</summary>
public sealed record ReasonRequest(string? Reason);

public sealed record LateFeeWaiver(int RentalId, decimal Amount, string Reason, string WaivedBy, DateTime WaivedAt);
