using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace SakilaPortal.Pipeline;

/// <summary>Every error leaves as ProblemDetails that say what was wrong and what to do.</summary>
internal static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Detail ??= Remedy(context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error, context.ProblemDetails.Status));
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = error => error is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
    }

    private static string? Remedy(Exception? error, int? status) => (error?.InnerException, status) switch
    {
        (JsonException json, _) when json.Path is not (null or "$") => $"{json.Path} does not hold what belongs there.",
        (_, StatusCodes.Status400BadRequest) => "The body must be a JSON object.",
        (_, StatusCodes.Status415UnsupportedMediaType) => "The body must be JSON; send it with 'Content-Type: application/json'.",
        (_, StatusCodes.Status500InternalServerError) => "This is a fault of the pipeline itself; its log tells more under the trace id given here.",
        _ => null,
    };
}
