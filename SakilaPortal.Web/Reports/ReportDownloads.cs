using SakilaPortal.Contracts;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Reports;

internal static class ReportDownloads
{
    public static string CsvOf(string runId) => $"/reports/runs/{Uri.EscapeDataString(runId)}/csv";

    public static void MapReportDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet("/reports/runs/{runId}/csv", (string runId, HttpContext context, ApiTransport api) =>
            api.PassThroughAsync($"runs/{Uri.EscapeDataString(runId)}/csv", $"{runId}.csv", context)).RequireAuthorization(Roles.Analyst);
}
