using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

internal static class ReceiptText
{
    public const string Title = "Receipt";
    public const string Back = "New rental";
    public const string Print = "Print";
    public const string Company = "Sakila";
    public const string Document = "Customer";
    public const string Film = "Film";
    public const string Price = "Price";
    public const string Total = "Paid";
    public const string LateFee = "For each day late $1.00 is added.";
    public const string Waived = "Late fee waived";
    public const string Owed = "Still owed";
    public const string Thanks = "Enjoy the show!";
    public const string EmptyTitle = "No rental to show";
    public const string Empty = "A receipt's address names its rentals. Open it from a rental's page.";

    public static string Line(int rentalId, int inventoryId) => $"Rental {rentalId}, copy {inventoryId}";

    public static string LateFeeOf(decimal fee) => $"Late fee, {Figures.Plural((int)fee, "day")}";

    public static string PaidOn(string moment) => $"Paid {moment}";

    public static string CameBack(string moment) => $"Came back {moment}";

    public static string Missing(IReadOnlyList<int> ids) =>
        ids.Count == 1 ? $"There is no rental {ids[0]} (any more), so it is not on this receipt." : $"There are no rentals {string.Join(", ", ids)} (any more), so they are not on this receipt.";

    public static string Due(string moment) => $"Due back {moment}";
}
