using SakilaPortal.Contracts;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Rentals;

internal static class ListDownloads
{
    /// <summary>Each of the counter's lists as a file, with the filters and the order of its address.</summary>
    public static void MapListDownloads(this IEndpointRouteBuilder app)
    {
        foreach (var list in (string[])["rentals", "customers", "films", "payments"])
            app.MapGet($"/{list}/csv", (HttpContext context, ApiTransport api) =>
                api.PassThroughAsync($"{list}/csv{context.Request.QueryString}", $"{list}.csv", context)).RequireAuthorization(Roles.Clerk);
    }
}
