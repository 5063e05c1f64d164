using Microsoft.AspNetCore.Http.HttpResults;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>Vendors' sources: how each stands, and a look at them now.</summary>
internal static class VendorApi
{
    public static IEndpointRouteBuilder MapVendor(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lake/vendor", async (VendorBook book, CancellationToken cancellationToken) =>
            TypedResults.Ok((await book.ListAsync(cancellationToken)).Select(ToSource)));
        routes.MapPost("/lake/vendor/refresh", RefreshAsync);
        return routes;
    }

    private static async Task<Results<Accepted<IEnumerable<VendorSourceState>>, ProblemHttpResult>> RefreshAsync(VendorBook book, CancellationToken cancellationToken)
    {
        await book.RefreshAsync(cancellationToken);
        var sources = await book.ListAsync(cancellationToken);
        return sources.Count > 0
            ? TypedResults.Accepted("/lake/vendor", sources.Select(ToSource))
            : TypedResults.Problem("No source is configured; set Vendor:Sources:movies and the like to a path or an address, or start the portal with --vendor DIR.",
                statusCode: StatusCodes.Status409Conflict);
    }

    private static VendorSourceState ToSource(SourceState state) => new(
        state.Source, state.Location, state.ObjectKey, Utc(state.LandedAt), Utc(state.CheckedAt), Utc(state.NextAt), state.Problem);

    private static DateTime? Utc(DateTime? time) => time is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null;
}

/// <param name="ObjectKey">Where its last content lies in the landing zone.</param>
/// <param name="LandedAt">When that came.</param>
/// <param name="Problem">Why the last look failed, if it did.</param>
internal sealed record VendorSourceState(
    string Source, string Location, string? ObjectKey, DateTime? LandedAt, DateTime? CheckedAt, DateTime? NextAt, string? Problem);
