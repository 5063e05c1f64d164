using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

/// <summary>How the counter's pages speak of customers, films, copies and money.</summary>
internal static class CounterText
{
    public const string Out = "out";
    public const string Overdue = "overdue";
    public const string Returned = "returned";
    public const string Zone = "Times are those of";
    public const string Csv = "CSV";
    public const string Inactive = "no longer active";
    public const string Store = "Store";
    public const string AllStores = "All stores";

    public static string Name(Customer customer) => $"{customer.FirstName} {customer.LastName}";

    public static string Open(int films) => films == 0 ? "nothing out" : $"{Figures.Plural(films, "film")} out";

    public static string Balance(decimal balance) => balance switch
    {
        > 0 => $"owes {Figures.Money(balance)}",
        < 0 => $"has {Figures.Money(-balance)} to their credit",
        _ => "owes nothing",
    };

    public static string Facts(Film film) => Join(film.Category, film.Rating, film.Length is { } minutes ? $"{minutes} min" : null, Figures.Money(film.RentalRate));

    public static string Copies(int copies) => copies switch { 0 => "none left", 1 => "1 copy", _ => $"{Figures.Count(copies)} copies" };

    public static string StoreName(int storeId) => $"Store {storeId}";

    public static string Fee(decimal fee, decimal? waived) => $"{Figures.Money(fee)}{(waived > 0 ? $", {Figures.Money(waived.Value)} waived" : "")}";

    public static string LateFee(decimal fee, decimal? waived) => $"late fee {Fee(fee, waived)}";

    public static string State(Rental rental, DateTime utcNow) => rental.ReturnDate is not null ? Returned : rental.DueDate < utcNow ? Overdue : Out;

    public static string Join(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
