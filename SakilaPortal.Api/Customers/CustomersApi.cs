using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Payments;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;

namespace SakilaPortal.Api.Customers;

internal static class CustomersApi
{
    private static readonly CsvColumn<Customer>[] Columns =
    [
        new("customer_id", customer => customer.CustomerId), new("document", customer => customer.Document), new("first_name", customer => customer.FirstName),
        new("last_name", customer => customer.LastName), new("email", customer => customer.Email), new("store_id", customer => customer.StoreId),
        new("active", customer => customer.Active), new("open_rentals", customer => customer.OpenRentals), new("balance", customer => customer.Balance),
    ];

    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("customers").WithTags("Customers").RequireAuthorization(Roles.Clerk);

        group.MapGet("", ListAsync).ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Customers by the beginning of name, e-mail or document, or by one whole document, with what they owe");
        group.MapGet("csv", Csv).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("The whole list of customers as CSV, with the same filters and order");
        group.MapGet("{id:int}", CustomerCard.GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One customer with address, balance and notes");
        group.MapPost("{id:int}/notes", CustomerNotes.AddAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("A note for the next clerk");
        group.MapPut("{id:int}/notes/{noteId:int}", CustomerNotes.ChangeAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Changes a note");
        group.MapDelete("{id:int}/notes/{noteId:int}", CustomerNotes.DeleteAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Removes a note, which stays in the audit");
        api.MapPayments(group);
    }

    private static async Task<Results<Ok<Page<Customer>>, ProblemHttpResult>> ListAsync(
        [AsParameters] CustomerFilter filter, [AsParameters] ListQuery query, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var paging = query.Read(errors, CustomerSearch.Orders);
        if (errors.Any)
            return errors.AsInvalid();
        var customers = await CustomerSearch.FindAsync(database, filter, paging, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return TypedResults.Ok(paging.ToPage(customers, await CustomerSearch.CountAsync(database, filter, cancellationToken)));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Csv(
        [AsParameters] CustomerFilter filter, [AsParameters] ListQuery query, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var paging = query.Read(errors, CustomerSearch.Orders);
        if (errors.Any)
            return errors.AsInvalid();
        return CsvDownload.Of("customers", Columns, paging.AllAsync(
            page => CustomerSearch.FindAsync(database, filter, page, clock.GetUtcNow().UtcDateTime, cancellationToken)));
    }
}
