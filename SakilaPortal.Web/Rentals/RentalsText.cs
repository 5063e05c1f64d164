namespace SakilaPortal.Web.Rentals;

internal static class RentalsText
{
    public const string Title = "Rentals";
    public const string Intro = "Every rental of both stores, the latest first.";
    public const string New = "New rental";
    public const string Filter = "Show";
    public const string All = "All";
    public const string OpenOnly = "Still out";
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
    public const string Out = "out";
    public const string Overdue = "overdue";
    public const string Returned = "returned";
    public const string Zone = "Times are those of";
}
