using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

internal static class ReturnsText
{
    /// <summary>What one payment of Sakila's can hold.</summary>
    public const decimal MostAtOnce = 999.99m;

    public const string Title = "Returns";
    public const string Intro = "Scan or type the number on the copy and press Enter. Enter in the empty field takes it back, or leads to its buttons where there is something to choose. Or look it up by customer or film.";
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
    public const string AsksFee = "Looking up the late fee…";
    public const string InTime = "In time, nothing to pay.";

    public static string LookedUp(Rental rental) =>
        $"Copy {rental.InventoryId}: {rental.Title}, out with {rental.CustomerName}. {(rental.LateFee is > 0 and var fee ? Late((int)fee, fee) : InTime)}";

    public static string Out(int films) => films == 0 ? NothingOutTitle : $"{Figures.Plural(films, "film")} out.";

    public static string Late(int days, decimal fee) => $"{Figures.Plural(days, "day")} late: {Figures.Money(fee)}.";

    public static string ReturnAndTake(decimal fee) => $"Take back, {Figures.Money(fee)} paid now";

    public static string ReturnAndOwe(decimal fee) => $"Take back, {Figures.Money(fee)} owed";

    public static string NoSuchCopy(int id) => $"There is no copy {id}. Check the number, or look it up by customer or film.";

    public static string OnTheShelf(int id, string title, int storeId) => $"Copy {id} ({title}) is not out: it belongs on the shelf of store {storeId}.";

    public static string Finished(decimal fee, bool paid) => fee > 0 ? $"late fee {Figures.Money(fee)} {(paid ? "paid" : "owed")}" : "in time";

    public static string TakenBack(string title) => $"{title} is taken back.";
}
