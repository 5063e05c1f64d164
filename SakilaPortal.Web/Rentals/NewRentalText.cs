using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

internal static class NewRentalText
{
    public const string Title = "New rental";
    public const string Intro = "Type, choose with the arrow keys, take with Enter. Enter once more saves.";
    public const string Entry = "Rental";
    public const string Customer = "Customer";
    public const string CustomerHint = "Document number, name or e-mail";
    public const string NoCustomer = "No customer begins like this. Check the number, or try the last name.";
    public const string Film = "Film";
    public const string FilmHint = "Title, category or actor";
    public const string NoFilm = "No film begins like this. Try another word of its title.";
    public const string MoreFilms = "There are more; type on to narrow them down.";
    public const string Store = "Store";
    public const string Date = "Date";
    public const string DateFormat = "yyyy-MM-dd";
    public const string DateHint = "Today, or any day before.";
    public const string Time = "Time";
    public const string TimeHint = "Empty means the present time.";
    public const string Save = "Save rental";
    public const string Saving = "Saving…";
    public const string StartOver = "Start over";
    public const string Inactive = "no longer active";

    public const string CustomerMissing = "Choose a customer from the list.";
    public const string FilmMissing = "Choose a film from the list.";
    public const string StoreMissing = "Choose the store that hands out the copy.";
    public const string DateMissing = "Enter the date as year-month-day, such as 2005-05-24.";
    public const string TimeWrong = "Enter the time as hours and minutes, such as 14:30.";
    public const string DateAhead = "This lies in the future; a rental begins now or earlier.";

    public const string Recent = "Latest rentals";
    public const string AllRentals = "All rentals";
    public const string NoRecentTitle = "No rentals yet";
    public const string NoRecent = "The first one you save appears here.";

    public static string Show(Customer customer) => $"{customer.FirstName} {customer.LastName} · {customer.Document}";

    public static string Open(Customer customer) => customer.OpenRentals == 0 ? "nothing out" : $"{Figures.Plural(customer.OpenRentals, "film")} out";

    public static string Balance(Customer customer) => customer.Balance switch
    {
        > 0 => $"owes {Figures.Money(customer.Balance)}",
        < 0 => $"has {Figures.Money(-customer.Balance)} to their credit",
        _ => "owes nothing",
    };

    public static string Facts(Film film) => string.Join(" · ", new[] { film.Category, film.Rating, film.Length is { } minutes ? $"{minutes} min" : null, Figures.Money(film.RentalRate) }.OfType<string>());

    public static string Copies(int copies) => copies switch { 0 => "none left", 1 => "1 copy", _ => $"{copies} copies" };

    public static string StoreName(int storeId) => $"Store {storeId}";
}
