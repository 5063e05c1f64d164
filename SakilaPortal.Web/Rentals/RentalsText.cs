namespace SakilaPortal.Web.Rentals;

internal static class RentalsText
{
    public const string Title = "Rentals";
    public const string Intro = "Every rental of all stores, the latest first.";
    public const string New = "New rental";
    public const string Filter = "Show";
    public const string From = "Rented from";
    public const string To = "Rented until";
    public const string RemoveFilter = "– show those of all others too";
    public const string EmptyTitle = "No rentals";
    public const string Empty = "Nothing matches. Enter a rental, or show all of them.";
    public const string Number = "No.";
    public const string Film = "Film";
    public const string Customer = "Customer";
    public const string Store = "Store";
    public const string Rented = "Rented";
    public const string Due = "Due back";
    public const string Status = "Status";
    public const string Amount = "Price";
    public const string LateFee = "Late fee";

    public static IReadOnlyList<(string?, string)> States { get; } = [(null, "All"), ("out", "Still out"), ("overdue", "Overdue"), ("returned", "Returned")];

    public static string CustomerNumber(string id) => $"Customer {id}";

    public static string FilmNumber(string id) => $"Film {id}";
}
