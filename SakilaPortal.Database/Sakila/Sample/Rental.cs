namespace SakilaPortal.Database.Sakila.Sample;

/// <param name="ReturnDate">Null while the item is out.</param>
internal sealed record Rental(int Id, DateTime RentalDate, int InventoryId, int CustomerId, DateTime? ReturnDate, int StaffId, decimal Amount);
