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
        group.MapGet("", RentalList.ListAsync).RequireAuthorization(Roles.Clerk).WithSummary("Rentals, newest first");
        group.MapGet("{id:int}", RentalList.GetAsync).RequireAuthorization(Roles.Clerk).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One rental");
        group.MapPost("{id:int}/return", ReturnFilm.ReturnAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Takes a copy back, now or at the time given, and says the late fee");
        group.MapDelete("{id:int}", DeleteRental.DeleteAsync).RequireAuthorization(Roles.Clerk)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Undoes a rental and its payment for a reason, which is kept");
        group.MapGet("{id:int}/trace", RentalTrace.GetAsync).RequireAuthorization(Roles.Analyst).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Where a rental has got to on its way to the reports");
    }
}
