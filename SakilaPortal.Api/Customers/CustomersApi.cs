using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;

namespace SakilaPortal.Api.Customers;

internal static class CustomersApi
{
    public static void MapCustomers(this IEndpointRouteBuilder api) => api.MapGroup("customers").WithTags("Customers").RequireAuthorization(Roles.Clerk)
        .MapGet("", ListAsync).WithSummary("Customers by the beginning of name, e-mail or document, or by one whole document, with what they owe");

    private static async Task<Results<Ok<Page<Customer>>, ProblemHttpResult>> ListAsync(
        string? search, string? document, [AsParameters] ListQuery query, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var paging = query.Read(errors, ("lastName", "c.last_name"), ("firstName", "c.first_name"), ("customerId", "c.customer_id"),
            ("email", "c.email"), ("storeId", "c.store_id"), ("active", "c.active"), ("openRentals", "open_rentals"));
        if (errors.Any)
            return errors.AsInvalid();

        var customers = await CustomerSearch.FindAsync(
            database, SearchText.Words(search), document?.Trim(), paging, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return TypedResults.Ok(paging.ToPage(customers));
    }
}
