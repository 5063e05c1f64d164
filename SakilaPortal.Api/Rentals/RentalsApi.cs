using SakilaPortal.Api.Lake.Tracing;
using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Rentals;

internal static class RentalsApi
{
    public static void MapRentals(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("rentals").WithTags("Rentals");

        group.MapPost("", RentFilm.CreateAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Rents a copy and takes the payment; the same Idempotency-Key again gets the same answer and makes no second rental");
        group.MapPost("basket", RentFilm.CreateBasketAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Rents several copies to one customer, all or none; the same Idempotency-Key again gets the same answer");
        group.MapGet("quote", RentalQuote.GetAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Price, due date, late fee and copies of films before they are rented: filmId and storeId, each once for a line");
        group.MapGet("", RentalList.ListAsync).RequireAuthorization(Roles.Clerk).ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Rentals, newest first; state is out, overdue or returned");
        group.MapGet("csv", RentalList.Csv).RequireAuthorization(Roles.Clerk).ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("The whole list of rentals as CSV, with the same filters and order");
        group.MapGet("{id:int}", RentalList.GetAsync).RequireAuthorization(Roles.Clerk).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One rental");
        group.MapGet("{id:int}/audit", RentalAudit.ListAsync).RequireAuthorization(Roles.Clerk)
            .WithSummary("Who rented out, took back or undid this rental, and why");
        group.MapGet("{id:int}/return", ReturnFilm.QuoteAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("The late fee that a return now, or at the time given, would have");
        group.MapPost("{id:int}/return", ReturnFilm.ReturnAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Takes a copy back, now or at the time given, and says the late fee, which takePayment pays at once");
        group.MapDelete("{id:int}/return", UndoReturn.UndoAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Takes a mistaken return back for a reason, with the payment that it wrote; impossible once the copy went out again");
        group.MapPost("{id:int}/waiver", WaiveLateFee.WaiveAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Waives for a reason what of the late fee is not paid; the customer's balance falls by it");
        group.MapDelete("{id:int}/waiver", WaiveLateFee.UndoAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Takes a waiver back for a reason; the late fee is owed again");
        group.MapDelete("{id:int}", DeleteRental.DeleteAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Undoes a rental and its payment for a reason, which is kept");
        group.MapGet("{id:int}/trace", RentalTrace.GetAsync).RequireAuthorization(Roles.Analyst).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Where a rental has got to on its way to the reports");
    }
}
