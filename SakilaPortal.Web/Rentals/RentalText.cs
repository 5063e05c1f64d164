using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

internal static class RentalText
{
    public const string UndoAction = "rental.delete";
    public const string ReturnAction = "rental.return";
    public const string Missing = "Look it up in the list, or check its number.";
    public const string Back = "Rentals";
    public const string Receipt = "Receipt";
    public const string Status = "Status";
    public const string Film = "Film";
    public const string Customer = "Customer";
    public const string Copy = "Copy";
    public const string Rented = "Rented";
    public const string Due = "Due back";
    public const string CameBack = "Came back";
    public const string Price = "Price";
    public const string LateFee = "Late fee";
    public const string Return = "Return";
    public const string Payments = "Payments";
    public const string NoPayments = "Nothing was paid for this rental yet.";
    public const string Audit = "What happened";

    public static string FeeState(Rental rental) => CounterText.Join(
        Figures.Money(rental.LateFee ?? 0),
        rental.WaivedFee is > 0 and var waived ? $"{Figures.Money(waived)} waived" : null, rental.UnpaidFee is > 0 and var unpaid ? $"{Figures.Money(unpaid)} unpaid" : null);

    public static string MissingTitle(int id) => $"There is no rental {id}";

    public static string Title(int id) => $"Rental {id}";

    public static string Undone(string userName, string at, string? reason) => $"This rental was undone by {userName} on {at}: “{reason}”. Nothing of it counts any more.";

    public static string Deed(string action) => action switch
    {
        "rental.create" => "Rented out",
        ReturnAction => "Taken back",
        "rental.return.undo" => "Return undone",
        "rental.waive" => "Late fee waived",
        "rental.waive.undo" => "Waiver taken back",
        UndoAction => "Undone",
        _ => action,
    };
}
