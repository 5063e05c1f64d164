namespace SakilaPortal.Api.Http;

/// <summary>Every error leaves the Api as ProblemDetails that say what was wrong and what to do.</summary>
internal static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Detail ??= Remedy(context.HttpContext, context.ProblemDetails.Status));
        services.AddExceptionHandler<UnreadableRequestHandler>();
        services.AddExceptionHandler<UnavailableHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new UtcDateTimeConverter()));
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    private static string? Remedy(HttpContext context, int? status) => status switch
    {
        StatusCodes.Status401Unauthorized => "This needs a valid access token; get one from POST /api/login or POST /api/refresh and send it as 'Authorization: Bearer …'.",
        StatusCodes.Status403Forbidden => "Your account does not have the role that this needs; ask an administrator for it.",
        StatusCodes.Status404NotFound => $"There is no {context.Request.Path}; /openapi/v1.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} does not take {context.Request.Method}; /openapi/v1.json lists what it takes.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than this route takes; send less at once.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be JSON; send it with 'Content-Type: application/json'.",
        StatusCodes.Status500InternalServerError => "This is a fault of the Api itself; its log tells more under the trace id given here.",
        _ => null,
    };
}
