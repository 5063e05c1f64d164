using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Reports;

internal static class Sample
{
    public static readonly DateTime Then = new(2026, 1, 5, 14, 25, 0, DateTimeKind.Utc);

    public static readonly RunSummary LastRun = new("run-1", "top", "Top categories", "SUCCEEDED", "ada", Then, 420, 1_200_000, 0.00005m, false, 3, null);

    public static readonly Report Top = new(
        "top", "Top categories", "Which categories are streamed most.", "curatedzonedb",
        [new("kind", "list", "rent", ["rent", "buy"]), new("period", "daterange", "2026-01-01..2026-01-31"), new("state", "list", null, null, "SELECT DISTINCT state FROM streaming_films")],
        "bar", "SELECT category_name, count(*) streams FROM streaming_films", ["streaming"], null, LastRun, ReadsEvents: true);

    public static readonly Report Mine = new("mine", "Late rentals", null, "curatedzonedb", [], null, "SELECT 1", ["rentals"], "ada", null, true);

    public static readonly Run Done = new(
        "run-1", "top", "SUCCEEDED", null, 1_200_000, 0.00005m, 20, 380, 420, false, [new("category_name", "varchar"), new("streams", "bigint")], 3,
        "Top categories", "ada", Then, Then, null, null, new Dictionary<string, string?> { ["kind"] = "buy" }, [new("curatedzonedb.streaming_films", 17, Then)]);

    public static readonly string?[][] Rows = [["Sports", "1184"], ["Music", "269"], [null, "7"]];

    /// <summary>Lays out what the page of a report with a finished run asks.</summary>
    public static void AnswerRun(this FakeApi api, Run run)
    {
        api.Answer("GET reports/top", Top);
        api.Answer("POST reports/top/estimate", new Estimate(2_000_000, 0.0001m, true, 10_737_418_240,
        [
            new("curatedzonedb.streaming_films", 1_900_000, new(2, 21), Times: 2), new("landingzonedb.streaming", 90_000, Partitions: new(1, 14)), new("landingzonedb.other", 10_000),
        ]));
        api.Answer("GET reports/top/parameters/state/values", new ParameterValues(["Ohio", "Texas"]));
        api.Answer("GET reports/top/moments", new Page<ReportMoment>([new(Then, [new("curatedzonedb.streaming_films", 16, Then)])], 1));
        api.Answer($"GET runs/{run.RunId}", run);
        api.Answer($"GET runs/{run.RunId}/buffer", new BufferedEvents(1200, 30));
        api.Answer($"GET runs/{run.RunId}/totals", new RunTotals(3, [null, "1460"], [null, "1184"]));
        api.Answer($"GET runs/{run.RunId}/rows", new RunRows(Rows, null));
    }
}
