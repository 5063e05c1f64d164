using MySqlConnector;
using SakilaPortal.Api.Data;

namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>
/// What partners tried to post, by request. Requests from before the window are summed up once; so a look costs the new ones and those that
/// never got an answer.
/// </summary>
internal sealed class Postings(MySqlDataSource database)
{
    private static readonly DateTime Beginning = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc), End = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private sealed record Row(DateTime CountedUntil, long Attempted, long Accepted, long Rejected, long Repeated);

    /// <param name="lateBefore">Where the window begins.</param>
    /// <param name="all">Sums up every request anew.</param>
    public Task<PostingCount> CountAsync(DateTime lateBefore, bool all, CancellationToken cancellationToken) => database.InTransactionAsync(async transaction =>
    {
        const string lockSql = "SELECT counted_until, attempted, accepted, rejected, repeated FROM portal.ledger_posting WHERE ledger_id = 1 FOR UPDATE";
        const string saveSql = """
            UPDATE portal.ledger_posting SET counted_until = @until, attempted = @Attempted, accepted = @Accepted, rejected = @Rejected, repeated = @Repeated
            WHERE ledger_id = 1
            """;
        const string unansweredSql = "SELECT COALESCE(SUM(attempted), 0) FROM portal.posting WHERE accepted IS NULL AND posted_at < @until";
        var kept = (await transaction.FirstAsync<Row>(lockSql, null, cancellationToken))!;
        var until = lateBefore > kept.CountedUntil ? lateBefore : kept.CountedUntil;
        var old = all
            ? await SumAsync(transaction, Beginning, until, cancellationToken)
            : new PostingCount(kept.Attempted, kept.Accepted, kept.Rejected, kept.Repeated) + await SumAsync(transaction, kept.CountedUntil, until, cancellationToken);
        await transaction.ExecuteAsync(saveSql, new { until, old.Attempted, old.Accepted, old.Rejected, old.Repeated }, cancellationToken);
        var unanswered = await transaction.FirstAsync<long>(unansweredSql, new { until }, cancellationToken);
        var count = old + await SumAsync(transaction, until, End, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count with { Attempted = count.Attempted + unanswered, Unanswered = unanswered };
    }, cancellationToken);

    private static async Task<PostingCount> SumAsync(MySqlTransaction transaction, DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT COALESCE(SUM(attempted), 0) attempted, COALESCE(SUM(accepted), 0) accepted, COALESCE(SUM(rejected), 0) rejected, COALESCE(SUM(repeated), 0) repeated, 0 unanswered
            FROM portal.posting WHERE posted_at >= @from AND posted_at < @until AND accepted IS NOT NULL
            """;
        return (await transaction.FirstAsync<PostingCount>(sql, new { from, until }, cancellationToken))!;
    }
}

/// <summary>Events as often as they were posted, of requests that were answered or are older than the window.</summary>
/// <param name="Repeated">Of the accepted ones those whose id was accepted before.</param>
/// <param name="Unanswered">Of requests that were cut short: their senders know of no outcome, and send them again.</param>
internal sealed record PostingCount(long Attempted, long Accepted, long Rejected, long Repeated, long Unanswered = 0)
{
    public static PostingCount operator +(PostingCount one, PostingCount other) => new(
        one.Attempted + other.Attempted, one.Accepted + other.Accepted, one.Rejected + other.Rejected, one.Repeated + other.Repeated);
}
