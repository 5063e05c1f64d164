using SakilaPortal.Web.Accounts;

namespace SakilaPortal.Web.Backend;

internal static class Downloads
{
    /// <summary>Hands a file of the Api through as it comes, so that a large one never lies in memory.</summary>
    public static async Task PassThroughAsync(this ApiTransport api, string path, string fileName, HttpContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        try
        {
            using var file = await api.SendAsync(request, context.User.AccessToken, context.RequestAborted);
            context.Response.ContentType = file.Content.Headers.ContentType?.ToString() ?? "text/csv; charset=utf-8";
            context.Response.Headers.ContentDisposition = file.Content.Headers.ContentDisposition?.ToString() ?? $"attachment; filename=\"{fileName}\"";
            await file.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (ApiException e) when (!context.Response.HasStarted)
        {
            await Results.Problem(e.Message, statusCode: (int?)e.Status ?? StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }
    }
}
