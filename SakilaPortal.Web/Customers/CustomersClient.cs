using Microsoft.AspNetCore.Http.Extensions;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Customers;

/// <summary>What the counter asks of the Api about customers and their payments.</summary>
internal sealed class CustomersClient(ApiConnection api)
{
    private const int Suggestions = 10;

    public async Task<IReadOnlyList<Customer>> SuggestAsync(string? search, CancellationToken cancellationToken)
    {
        var query = new QueryBuilder { { "search", search ?? "" }, { "pageSize", $"{Suggestions}" } };
        return (await CustomersAsync($"{query}", cancellationToken)).Items;
    }

    /// <param name="query">As in the address of a list, beginning with a question mark.</param>
    public Task<Page<Customer>> CustomersAsync(string query, CancellationToken cancellationToken) => api.GetAsync<Page<Customer>>($"customers{query}", cancellationToken);

    public Task<CustomerDetails> CustomerAsync(int id, CancellationToken cancellationToken) => api.GetAsync<CustomerDetails>($"customers/{id}", cancellationToken);

    /// <param name="query">As in the address of a list, beginning with a question mark.</param>
    public Task<Page<Payment>> PaymentsAsync(string query, CancellationToken cancellationToken) => api.GetAsync<Page<Payment>>($"payments{query}", cancellationToken);

    public Task<Payment> PayAsync(int id, PaymentRequest request, string idempotencyKey, CancellationToken cancellationToken) =>
        api.PostAsync<Payment>($"customers/{id}/payments", request, cancellationToken, idempotencyKey);

    public Task UndoPaymentAsync(long paymentId, string reason, CancellationToken cancellationToken) =>
        api.DeleteAsync($"payments/{paymentId}", cancellationToken, new ReasonRequest(reason));

    public Task<CustomerNote> AddNoteAsync(int id, string text, CancellationToken cancellationToken) =>
        api.PostAsync<CustomerNote>($"customers/{id}/notes", new NoteRequest(text), cancellationToken);

    public Task<CustomerNote> ChangeNoteAsync(int id, int noteId, string text, CancellationToken cancellationToken) =>
        api.PutAsync<CustomerNote>($"customers/{id}/notes/{noteId}", new NoteRequest(text), cancellationToken);

    public Task DeleteNoteAsync(int id, int noteId, CancellationToken cancellationToken) => api.DeleteAsync($"customers/{id}/notes/{noteId}", cancellationToken);
}
