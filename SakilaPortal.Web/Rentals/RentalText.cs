namespace SakilaPortal.Web.Rentals;

internal static class RentalText
{
    public const string UndoAction = "rental.delete";
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

    public const string Undo = "Undo this rental";
    public const string UndoHint = "For a mistake at the counter. The rental and its payments are removed, also from the reports; who did it and why is kept.";
    public const string Reason = "Reason";
    public const string ReasonHint = "Such as: wrong film, entered twice.";
    public const string ReasonMissing = "Say why, for those who look it up later.";
    public const string UndoNow = "Undo";

    public static string Title(int id) => $"Rental {id}";

    public static string Undone(string userName, string at, string? reason) => $"This rental was undone by {userName} on {at}: “{reason}”. Nothing of it counts any more.";

    public static string Deed(string action) => action switch
    {
        "rental.create" => "Rented out",
        "rental.return" => "Taken back",
        UndoAction => "Undone",
        _ => action,
    };
}
