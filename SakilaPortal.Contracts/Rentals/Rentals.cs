namespace SakilaPortal.Contracts.Rentals;

/// <param name="RentalDate">ISO 8601; without an offset it is read as UTC.</param>
public sealed record CreateRentalRequest(DateTime? RentalDate, string? CustomerDocument, int? FilmId, int? StoreId);

/// <param name="RentalDate">UTC.</param>
/// <param name="DueDate">UTC; rental date plus the film's rental duration.</param>
/// <param name="LateFee">Dollars: one for each calendar day that the copy is, or came back, overdue.</param>
public sealed record Rental(
    int RentalId, DateTime RentalDate, DateTime DueDate, int CustomerId, int FilmId, string Title, int InventoryId,
    int StoreId, int StaffId, long? PaymentId, decimal? Amount, DateTime? ReturnDate = null, decimal? LateFee = null,
    string? CustomerName = null, string? CustomerDocument = null);

public sealed record ReturnRequest(DateTime? ReturnDate);

public sealed record ReturnResponse(DateTime ReturnDate, decimal LateFee);

public sealed record DeleteRentalRequest(string? Reason);

public sealed record Trace(IReadOnlyList<TraceHop> Hops);

/// <param name="Stage">row, change file, Parquet object, table version or report.</param>
/// <param name="At">UTC; null while the hop is still to come.</param>
public sealed record TraceHop(string Stage, string? Where, DateTime? At, string State);
