using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Payments;

internal static class PaymentsApi
{
    /// <summary>All payments, taking one from a customer, and undoing that.</summary>
    public static void MapPayments(this IEndpointRouteBuilder api, RouteGroupBuilder customers)
    {
        var group = api.MapGroup("payments").WithTags("Payments").RequireAuthorization(Roles.Clerk);

        group.MapGet("", PaymentList.ListAsync).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("Payments, newest first");
        group.MapGet("csv", PaymentList.Csv).ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("The whole list of payments as CSV, with the same filters and order");
        group.MapDelete("{id:int}", UndoPayment.UndoAsync)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Undoes for a reason a payment that was taken by itself at the counter");
        customers.MapPost("{id:int}/payments", TakePayment.CreateAsync)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Takes a payment, which lowers the balance; the same Idempotency-Key again gets the same answer");
    }
}
