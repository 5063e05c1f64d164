using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Rentals;

/// <summary>How mistakes at the counter are taken back.</summary>
internal static class CorrectionText
{
    public const string Title = "Corrections";
    public const string Reason = "Reason";
    public const string ReasonMissing = "Say why, for those who look it up later.";
    public const string Keep = "Leave it";

    public const string UndoRental = "Undo this rental";
    public const string UndoRentalHint = "For a mistake at the counter. The rental and its payments are removed, also from the reports; who did it and why is kept.";
    public const string UndoRentalExample = "Such as: wrong film, entered twice.";
    public const string UndoRentalNow = "Undo";

    public const string UndoReturn = "Undo the return";
    public const string UndoReturnExample = "Such as: another copy was meant.";

    public const string Waive = "Waive the late fee";
    public const string WaiveHint = "Nothing of it is owed then. The fee stays visible, with who waived it and why; no payment is written.";
    public const string WaiveExample = "Such as: the store was closed.";

    public const string UndoWaiver = "Take the waiver back";
    public const string UndoWaiverHint = "The late fee is owed again.";
    public const string UndoWaiverExample = "Such as: waived for the wrong customer.";
    public const string FeeIsOwed = "The late fee is owed again.";

    public static string UndoReturnHint(decimal taken, bool waived) =>
        $"The film is out again, as if it had not come back.{(taken > 0 ? $" The {Figures.Money(taken)} taken with the return are removed from the payments: give them back." : "")}"
        + (waived ? " The waiver of its late fee ends too." : "");

    public static string ReturnUndone(string title, string? customer, decimal taken) =>
        $"The return is undone: {title} is out with {customer} again.{(taken > 0 ? $" Give {Figures.Money(taken)} back." : "")}";

    public static string UndoReturnOf(string title) => $"{UndoReturn} of {title}";

    public static string WaiveNow(decimal fee) => $"Waive {Figures.Money(fee)}";

    public static string Waived(decimal fee) => $"{Figures.Money(fee)} of the late fee waived.";
}
