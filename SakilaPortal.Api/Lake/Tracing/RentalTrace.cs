using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Lake.Workflow;
using SakilaPortal.Api.Rentals;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tracing;

/// <summary>A rental and its payments on their way to the reports.</summary>
internal static class RentalTrace
{
    private sealed record Row(string TableName, string KeyName, long Id, DateTime ChangedAt);

    private sealed record VersionRow(long Version, DateTime PublishedAt, string? Inputs);

    public static async Task<Results<Ok<Trace>, ProblemHttpResult>> GetAsync(
        int id, MySqlDataSource database, TableWay way, CountingReports reports, NodeActivity activity, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT 'rental' table_name, 'rental_id' key_name, rental_id id, last_update changed_at FROM rental WHERE rental_id = @id
            UNION ALL SELECT 'payment', 'payment_id', payment_id, last_update FROM payment WHERE rental_id = @id
            """;
        var rows = await database.ListAsync<Row>(sql, new { id }, cancellationToken);
        if (rows.All(row => row.TableName != "rental"))
            return RentalList.Missing(id);
        var now = await activity.ReadAsync(cancellationToken);
        var hops = rows.Select(row => new TraceHop("row", $"sakila.{row.TableName}, {row.KeyName} {row.Id}", row.ChangedAt, "done")).ToList();
        var counted = new Dictionary<string, DateTime?>();
        long? payment = null;
        foreach (var row in rows)
        {
            var (taken, version) = await way.OfAsync(row.TableName, row.KeyName, row.Id, row.ChangedAt, now, cancellationToken);
            hops.AddRange(taken);
            counted[$"cleanzonedb.{row.TableName}"] = version is null ? null : taken[^1].At;
            payment = row.TableName == "payment" ? version : payment;
        }
        if (rows.Any(row => row.TableName == "payment"))
        {
            hops.Add(await SaleAsync(database, payment, now, cancellationToken));
            counted["curatedzonedb.fact_sales"] = hops[^1].At;
        }
        hops.AddRange(await reports.OfAsync(counted, hops.FirstOrDefault(hop => hop.State == "waiting")?.Reason, cancellationToken));
        return TypedResults.Ok(new Trace([.. hops.OrderBy(hop => Array.IndexOf(Stages, hop.Stage))]));
    }

    private static readonly string[] Stages = ["row", "change file", "Parquet object", "table version", "report"];

    /// <summary>The first version of fact_sales that was made from one of clean payments which has the row.</summary>
    private static async Task<TraceHop> SaleAsync(MySqlDataSource database, long? payment, WorkflowNow now, CancellationToken cancellationToken)
    {
        const string table = "curatedzonedb.fact_sales", link = "/platform/tables/curatedzonedb/fact_sales";
        const string sql = """
            SELECT version, published_at, inputs FROM portal.table_version WHERE database_name = 'curatedzonedb' AND table_name = 'fact_sales'
            AND JSON_EXTRACT(inputs, '$."cleanzonedb.payment"') >= @payment ORDER BY version LIMIT 1
            """;
        return payment is not null && await database.FirstAsync<VersionRow>(sql, new { payment }, cancellationToken) is { } version
            ? new("table version", $"{table}, version {version.Version}", version.PublishedAt, "done", null, link)
            : new("table version", table, null, "waiting", now.WaitsFor(now.MakerOf(table)), link);
    }
}
