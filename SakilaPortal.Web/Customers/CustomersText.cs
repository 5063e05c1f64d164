namespace SakilaPortal.Web.Customers;

internal static class CustomersText
{
    public const string Title = "Customers";
    public const string Intro = "Everyone who rents from the stores, with what they have out and what they owe.";
    public const string Filter = "Show";
    public const string Search = "Search";
    public const string SearchHint = "Document number, name or e-mail";
    public const string EmptyTitle = "No customer";
    public const string Empty = "No customer begins like this. Try fewer letters, or the last name alone.";
    public const string Document = "Document";
    public const string Name = "Name";
    public const string Email = "E-mail";
    public const string Out = "Films out";
    public const string Balance = "Owes";
    public const string Status = "Status";
    public const string Active = "active";
    public const string Inactive = "no longer active";

    public static IReadOnlyList<(string?, string)> States { get; } = [(null, "All"), ("true", "Active"), ("false", "No longer active")];
}
