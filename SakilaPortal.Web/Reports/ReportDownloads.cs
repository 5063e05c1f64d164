using SakilaPortal.Contracts;
using SakilaPortal.Web.Accounts;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Reports;

internal static class ReportDownloads
{
    public static string CsvOf(string runId) => $"/reports/runs/{Uri.EscapeDataString(runId)}/csv";

    public static void MapReportDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet("/reports/runs/{runId}/csv", CsvAsync).RequireAuthorization(Roles.Analyst);

    // Passed through as it comes, so that a large result never lies in memory.
    private static async Task CsvAsync(string runId, HttpContext context, ApiTransport api)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"runs/{Uri.EscapeDataString(runId)}/csv");
        try
        {
            using var csv = await api.SendAsync(request, context.User.AccessToken, context.RequestAborted);
            context.Response.ContentType = csv.Content.Headers.ContentType?.ToString() ?? "text/csv; charset=utf-8";
            context.Response.Headers.ContentDisposition = csv.Content.Headers.ContentDisposition?.ToString() ?? $"attachment; filename=\"{runId}.csv\"";
            await csv.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (ApiException e) when (!context.Response.HasStarted)
        {
            await Results.Problem(e.Message, statusCode: (int?)e.Status ?? StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }
    }
}
