using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

internal static class ReturnsText
{
    /// <summary>What one payment of Sakila's can hold.</summary>
    public const decimal MostAtOnce = 999.99m;

    public const string Title = "Returns";
    public const string Intro = "Scan or type the number on the copy and press Enter; Enter once more takes it back. Or look it up by customer or film.";
    public const string Find = "Find what came back";
    public const string Copy = "Copy number";
    public const string CopyHint = "The inventory number on the case";
    public const string CopyWrong = "A copy has a whole number, such as 1234.";
    public const string FindCopy = "Find";
    public const string On = "Came back on";
    public const string OnHint = "Empty means now.";
    public const string Found = "Still out";
    public const string NothingOutTitle = "Nothing is out";
    public const string NothingOut = "Whatever this customer or film had out has come back.";
    public const string StartTitle = "Ready for the first copy";
    public const string Start = "What you look up appears here with its late fee, before anything is written.";
    public const string Done = "Taken back";
    public const string Return = "Take back";
    public const string InTime = "In time, nothing to pay.";

    public static string Late(int days, decimal fee) => $"{Figures.Plural(days, "day")} late: {Figures.Money(fee)}.";

    public static string ReturnAndTake(decimal fee) => $"Take back, {Figures.Money(fee)} paid now";

    public static string ReturnAndOwe(decimal fee) => $"Take back, {Figures.Money(fee)} owed";

    public static string NoSuchCopy(int id) => $"There is no copy {id}. Check the number, or look it up by customer or film.";

    public static string OnTheShelf(int id, string title, int storeId) => $"Copy {id} ({title}) is not out: it belongs on the shelf of store {storeId}.";

    public static string Finished(decimal fee, bool paid) => fee > 0 ? $"late fee {Figures.Money(fee)} {(paid ? "paid" : "owed")}" : "in time";

    public static string TakenBack(string title) => $"{title} is taken back.";
}
