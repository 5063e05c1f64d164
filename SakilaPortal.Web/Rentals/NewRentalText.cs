using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

internal static class NewRentalText
{
    public const string Title = "New rental";
    public const string Intro = "Type, take with Enter: first the customer, then each film. Enter in the empty film field saves.";
    public const string Entry = "Rental";
    public const string Customer = "Customer";
    public const string CustomerHint = "Document number, name or e-mail";
    public const string NoCustomer = "No customer begins like this. Check the number, or try the last name.";
    public const string Film = "Film";
    public const string FilmHint = "Title, category or actor";
    public const string NoFilm = "No film begins like this. Try another word of its title.";
    public const string Store = "Store";
    public const string Date = "Date";
    public const string DateFormat = "yyyy-MM-dd";
    public const string DateHint = "Today, or any day before.";
    public const string Time = "Time";
    public const string TimeHint = "Empty means the present time.";
    public const string Save = "Save rental";
    public const string Saving = "Saving…";
    public const string StartOver = "Start over";
    public const string Restored = "This is what you had entered here before. Go on, or start over.";
    public const string SendAgain = "Save again: it is the same rental and will not be made twice.";

    public const string MadeBefore = "This entry was saved before, perhaps in another tab:";
    public const string KeptApart = "What you changed since is kept below, as another rental. Save it only if it is meant beside that one.";

    public const string CustomerMissing = "Choose a customer from the list.";
    public const string FilmMissing = "Choose a film from the list.";
    public const string StoreMissing = "Choose the store that hands out the copies.";
    public const string DateMissing = "Enter the date as year-month-day, such as 2005-05-24.";
    public const string TimeWrong = "Enter the time as hours and minutes, such as 14:30.";
    public const string DateAhead = "This lies in the future; a rental begins now or earlier.";

    public const string Basket = "Films of this rental";
    public const string Receipt = "Receipt";
    public const string Undo = "Undo";
    public const string Details = "All about this customer";
    public const string OpenRentals = "Out now";
    public const string Recent = "Latest rentals";
    public const string AllRentals = "All rentals";
    public const string NoRecentTitle = "No rentals yet";
    public const string NoRecent = "The first one you save appears here.";

    public static string LateFee(decimal perDay) => $"{Figures.Money(perDay)} for each day late";

    public static string DueBack(string day) => $"due back {day}";

    public static string Gone(int storeId, string? due) => $"None left at store {storeId}{(due is null ? "" : $", next due back {due}")}.";

    public static string TakeFrom(int storeId, int copies) => $"Take from store {storeId} ({CounterText.Copies(copies)})";

    public static string Remove(string title) => $"Remove {title}";
}
