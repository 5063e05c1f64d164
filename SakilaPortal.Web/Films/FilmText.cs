using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Films;

internal static class FilmText
{
    public const string Missing = "Look it up in the list, or check its number.";
    public const string Back = "Films";
    public const string Figures = "Copies and rentals";
    public const string OnShelf = "Copies on the shelf";
    public const string NextDue = "Next due back";
    public const string NoneOut = "none is out";
    public const string Rented = "Times rented";
    public const string Category = "Category";
    public const string Rating = "Rating";
    public const string Length = "Length";
    public const string Year = "Year";
    public const string Language = "Language";
    public const string Price = "Price";
    public const string Replacement = "If lost";
    public const string Extras = "Extras";
    public const string Cast = "Cast";
    public const string Copies = "Copies";
    public const string NoCopies = "No store has a copy of this film.";
    public const string OnTheShelf = "on the shelf";
    public const string LatestRentals = "Latest rentals";
    public const string AllRentals = "All rentals";
    public const string NoRentals = "Never rented yet.";

    public static string MissingTitle(int id) => $"There is no film {id}";

    public static string Title(int id) => $"Film {id}";

    public static string Earned(decimal dollars) => $"{Shared.Figures.Money(dollars)} paid for it";

    public static string ForDays(int days) => $"for {Shared.Figures.Plural(days, "day")}";

    public static string Copy(int id) => $"Copy {id}";

    public static string Due(string day) => $"due {day}";
}
