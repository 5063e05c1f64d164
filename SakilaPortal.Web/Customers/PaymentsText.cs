namespace SakilaPortal.Web.Customers;

internal static class PaymentsText
{
    public const string Title = "Payments";
    public const string Intro = "What was taken at the counters, the latest first.";
    public const string From = "Taken from";
    public const string To = "Taken until";
    public const string RemoveFilter = "– show those of all others too";
    public const string EmptyTitle = "No payments";
    public const string Empty = "Nothing matches. Choose other days, or show everyone's.";
    public const string Number = "No.";
    public const string Taken = "Taken";
    public const string Customer = "Customer";
    public const string For = "For";
    public const string Staff = "By";
    public const string Amount = "Amount";
    public const string OnAccount = "on account";

    public static string CustomerNumber(string id) => $"Customer {id}";
}
