using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Customers;

namespace SakilaPortal.Api.Customers;

/// <summary>What one clerk wants the next to know. A changed or removed note keeps its old text in the audit.</summary>
internal static class CustomerNotes
{
    private const int Longest = 1000;
    private const string Select = "SELECT note_id, text, created_by, created_at, changed_by, changed_at FROM portal.customer_note";

    public static Task<IReadOnlyList<CustomerNote>> OfAsync(MySqlConnection connection, int customerId, CancellationToken cancellationToken) =>
        connection.ListAsync<CustomerNote>($"{Select} WHERE customer_id = @customerId ORDER BY note_id DESC", new { customerId }, cancellationToken);

    public static async Task<Results<Created<CustomerNote>, ProblemHttpResult>> AddAsync(
        int id, NoteRequest request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Check(request) is { } refusal)
            return refusal;
        const string insert = """
            INSERT INTO portal.customer_note (customer_id, text, created_by, created_at)
            SELECT customer_id, @text, @UserName, @now FROM customer WHERE customer_id = @id;
            SELECT LAST_INSERT_ID() FROM customer WHERE customer_id = @id
            """;
        var now = clock.GetUtcNow().UtcDateTime;
        var noteId = await database.FirstAsync<int>(insert, new { id, text = request.Text!.Trim(), caller.UserName, now }, cancellationToken);
        return noteId == 0
            ? CustomerCard.Missing(id)
            : TypedResults.Created($"/api/customers/{id}", new CustomerNote(noteId, request.Text.Trim(), caller.UserName, now));
    }

    public static async Task<Results<Ok<CustomerNote>, ProblemHttpResult>> ChangeAsync(
        int id, int noteId, NoteRequest request, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Check(request) is { } refusal)
            return refusal;
        const string change = "UPDATE portal.customer_note SET text = @text, changed_by = @UserName, changed_at = @now WHERE note_id = @noteId";
        var now = clock.GetUtcNow().UtcDateTime;
        var note = await AuditedAsync(id, noteId, "note.change", caller, database, clock, transaction =>
            transaction.ExecuteAsync(change, new { noteId, text = request.Text!.Trim(), caller.UserName, now }, cancellationToken), cancellationToken);
        return note is null ? Missing(id, noteId) : TypedResults.Ok(note with { Text = request.Text!.Trim(), ChangedBy = caller.UserName, ChangedAt = now });
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        int id, int noteId, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        const string delete = "DELETE FROM portal.customer_note WHERE note_id = @noteId";
        var note = await AuditedAsync(id, noteId, "note.delete", caller, database, clock, transaction =>
            transaction.ExecuteAsync(delete, new { noteId }, cancellationToken), cancellationToken);
        return note is null ? Missing(id, noteId) : TypedResults.NoContent();
    }

    // The note as it was before, or null when this customer has none of this number.
    private static Task<CustomerNote?> AuditedAsync(
        int id, int noteId, string action, ClaimsPrincipal caller, MySqlDataSource database, TimeProvider clock,
        Func<MySqlTransaction, Task> work, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async transaction =>
        {
            const string find = $"{Select} WHERE customer_id = @id AND note_id = @noteId FOR UPDATE";
            if (await transaction.FirstAsync<CustomerNote>(find, new { id, noteId }, cancellationToken) is not { } before)
                return null;
            await work(transaction);
            await Audit.WriteAsync(transaction, clock, caller.UserName, action, $"customer {id}", new { before }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return before;
        }, cancellationToken);

    private static ProblemHttpResult? Check(NoteRequest request)
    {
        var errors = new FieldErrors();
        errors.Require("text", request.Text, Longest);
        return errors.Any ? errors.AsInvalid() : null;
    }

    private static ProblemHttpResult Missing(int id, int noteId) => Problems.NotFound($"Customer {id} has no note {noteId} (any more).");
}
