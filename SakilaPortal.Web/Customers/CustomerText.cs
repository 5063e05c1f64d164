using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Customers;

internal static class CustomerText
{
    public const string Missing = "Look it up in the list, or check its number.";
    public const string Back = "Customers";
    public const string Inactive = "No longer an active customer; nothing can be rented to them.";
    public const string TakeBack = "Take films back";
    public const string Figures = "Account";
    public const string Balance = "Balance";
    public const string Out = "Films out";
    public const string Rentals = "Rentals in all";
    public const string Document = "Document";
    public const string Email = "E-mail";
    public const string Phone = "Phone";
    public const string Address = "Address";
    public const string Since = "Customer since";
    public const string LatestRentals = "Latest rentals";
    public const string AllRentals = "All rentals";
    public const string NoRentals = "Nothing rented yet.";
    public const string LatestPayments = "Latest payments";
    public const string AllPayments = "All payments";
    public const string NoPayments = "Nothing paid yet.";
    public const string OnAccount = "On account";

    public const string UndoPayment = "Undo the payment";
    public const string UndoPaymentNow = "Undo";
    public const string UndoPaymentExample = "Such as: wrong amount, wrong customer.";

    public const string Pay = "Take a payment";
    public const string PayHint = "Of late fees and whatever else is owed; the price of a rental is taken with the rental.";
    public const string Amount = "Amount in dollars";
    public const string AmountWrong = "Enter an amount from 0.01 to 999.99.";
    public const string PayNow = "Take payment";

    public const string Notes = "Notes";
    public const string NoNotes = "Nothing noted. What the next clerk should know belongs here.";
    public const string NewNote = "New note";
    public const string AddNote = "Add note";
    public const string DeleteNoteNow = "Delete it";
    public const string KeepNote = "Keep it";
    public const string DeleteNoteAsk = "Delete this note?";
    public const string EditNote = "Edit note";
    public const string DeleteNote = "Delete note";
    public const string SaveNote = "Save";
    public const string CancelNote = "Cancel";

    public static string MissingTitle(int id) => $"There is no customer {id}";

    public static string Title(int id) => $"Customer {id}";

    public static string BalanceNote(decimal waived) =>
        $"owed; below zero it is to their credit{(waived > 0 ? $"; late fees of {Shared.Figures.Money(waived)} waived" : "")}";

    public static string Paid(decimal paid) => $"{Shared.Figures.Money(paid)} paid";

    public static string UndoPaymentOf(decimal amount) => $"{UndoPayment} of {Shared.Figures.Money(amount)}";

    public static string UndoPaymentHint(decimal amount) => $"It is removed, also from the reports, and the balance rises by it; who did it and why is kept. Give the {Shared.Figures.Money(amount)} back.";

    public static string PaymentUndone(decimal amount) => $"The payment of {Shared.Figures.Money(amount)} is undone. Give it back.";

    public static string Owing(decimal balance) => balance > 0 ? $"{Shared.Figures.Money(balance)} is owed." : "Nothing is owed.";

    public static string MoreThanOwed(decimal more) => $"{Shared.Figures.Money(more)} more than is owed: it stays to their credit.";

    public static string Taken(decimal amount) => $"{Shared.Figures.Money(amount)} taken.";
}
