namespace SakilaPortal.Web.Home;

internal static class HomeText
{
    public const string Title = "Today at Sakila";
    public const string Intro = "The stores and the streaming partners, as of this moment.";
    public const string Figures = "Figures of today";
    public const string RentalsToday = "Rentals today";
    public const string RevenueToday = "Revenue today";
    public const string OpenRentals = "Films out now";
    public const string OpenNote = "not yet returned";
    public const string Overdue = "overdue";
    public const string EventsPerSecond = "Events a second";
    public const string EventsNote = "over the last minute";
    public const string EventsLastHour = "Events, last hour";
    public const string EventsTotal = "in all";
    public const string LakeUpdated = "Reports updated";
    public const string LakeNote = "newest table";
    public const string Never = "never yet";
    public const string Week = "Rentals by day";
    public const string TopFilms = "Top films";
    public const string UpTo = "The seven days to";
    public const string Rental = "rental";
    public const string Zone = "Days are those of the zone";
    public const string QuietTitle = "Nothing has happened yet";
    public const string Quiet = "Enter the first rental, or let the simulator send events: the figures appear here by themselves.";

    public const string Tasks = "What would you like to do?";
    public const string Rent = "Rent a film";
    public const string RentText = "Find the customer, find the film, save. The keyboard is enough.";
    public const string Simulate = "Simulate partner events";
    public const string SimulateText = "Choose a template and a rate, and watch every event on its way into the lake.";
    public const string Report = "Run a report";
    public const string ReportText = "Which categories and states stream most, and what the stores earn.";
    public const string Prove = "See that nothing is lost";
    public const string ProveText = "The ledger compares every rental and event with what the reports count.";
}
