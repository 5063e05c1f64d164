using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Web.Tests.Platform;

internal static class Sample
{
    public static readonly DateTime Now = new(2026, 1, 5, 14, 29, 50, DateTimeKind.Utc);

    public static readonly WorkflowNodeRun Clean = new("clean", "running", 1, Now, null, 0, 0, 0, null, 41);

    public static readonly Workflow Workflow = new(
    [
        new("replicate", [], new("replicate", "succeeded", 1, Now, Now.AddSeconds(2), 1204, 90_000, 2, null, 41), [], Now),
        new("clean", ["replicate"], Clean, ["cleanzonedb.film", "cleanzonedb.payment"], Now.AddSeconds(-20)),
        new("crawl", [], new("crawl", "failed", 4, Now, Now, 0, 0, 0, "S3 does not answer.", 40), ["landingzonedb.streaming"]),
    ], new(true, Now.AddSeconds(20), 0));

    public static readonly Page<WorkflowRun> Runs = new(
    [
        new(41, "schedule", "running", Now, null, null, [Clean]),
        new(40, "arrival", "failed", Now.AddMinutes(-1), Now.AddMinutes(-1).AddSeconds(3), "crawl: S3 does not answer.", [new("crawl", "failed", 4, Now, Now, 0, 0, 0, "S3 does not answer.", 40)]),
    ], 2);

    public static readonly LakeTable Payment = new("cleanzonedb", "payment", "s3://clean/sakila/payment", 16_044, Now, 2, 190_000, 7, new("current", null, Now));

    public static readonly LakeTable Films = new(
        "curatedzonedb", "streaming_films", "s3://curated/streaming", 1_204_388, Now, 9, 48_000_000, 31, new("waiting", "waits for crawl, running 3 s", Now.AddSeconds(-12)));

    public static readonly LakeTableDetail Detail = new(
        "cleanzonedb", "payment", "s3://clean/sakila/payment", [new("payment_id", "bigint"), new("amount", "decimal(5,2)")], [], "parquet", 16_044, 190_000, 2, Now, 7,
        new("current", null, Now), [], [new("sakila/payment/data/a.parquet", 16_044, 190_000, 7, Now, 1, 16_049)],
        [new(7, Now, 16_044, 190_000, 2, 41, new Dictionary<string, long>())],
        new([new("mysql:sakila.payment", "source", "sakila.payment", -2), new("landing:dms/sakila/payment/", "landing", "dms/sakila/payment/", -1),
            new("cleanzonedb.payment", "clean", "payment", 0, "/platform/tables/cleanzonedb/payment"), new("curatedzonedb.fact_sales", "curated", "fact_sales", 1, "/platform/tables/curatedzonedb/fact_sales")],
            [new("mysql:sakila.payment", "landing:dms/sakila/payment/"), new("landing:dms/sakila/payment/", "cleanzonedb.payment"), new("cleanzonedb.payment", "curatedzonedb.fact_sales")]));

    public static readonly Ledger Ledger = new(
    [
        new("payments: mysql = clean", 16_044, 16_044, true, [], LeftAmount: 67_406.56m, RightAmount: 67_406.56m),
        new("accepted = landed + buffered + error prefix", 100, 97, false, ["e-1", "e-2", "e-3"], UnderWay: 4, MissingTotal: 3, Parts: [new("right", "buffered", 4)]),
        new("payments: clean = fact_sales", 16_044, null, null, [], Note: "A table of it has not been published yet."),
    ], Now, false, new(5, 12));

    public static readonly Trace Trace = new(
    [
        new("row", "sakila.rental, rental_id 16050", Now, "done"),
        new("change file", "s3://landing/dms/sakila/rental/20260105-142951000.csv, line 2", Now.AddSeconds(1), "done"),
        new("Parquet object", "cleanzonedb.rental", null, "waiting", "waits for clean, running 3 s"),
        new("report", "Sales by month", null, "waiting", null, "/reports/r1"),
    ]);

    public static readonly LakeHealth Health = new([new("MySQL", "ok", "10.11, 4 connections", null, 1.2), new("Pipeline", "down", "no worker holds the lease", "Start SakilaPortal.Pipeline.", 2)], Now);
}
