using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>
/// The equalities that show whether anything was lost or counted twice. The usual look takes what was verified before as it is and costs what
/// changed since; the full one counts every side again, in MySQL and through Athena.
/// </summary>
internal sealed class LedgerBook(EventEqualities events, RowEqualities rows, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    public static async Task<Ok<Contracts.Lake.Ledger>> GetAsync(bool? full, LedgerBook book, CancellationToken cancellationToken) =>
        TypedResults.Ok(await book.ReadAsync(full == true, cancellationToken));

    public void Dispose() => turn.Dispose();

    private async Task<Contracts.Lake.Ledger> ReadAsync(bool full, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var (equalities, aside) = await events.CompareAsync(full, cancellationToken);
            return new([.. equalities, .. await rows.CompareAsync(full, cancellationToken)], clock.GetUtcNow().UtcDateTime, full, aside);
        }
        finally
        {
            turn.Release();
        }
    }
}
