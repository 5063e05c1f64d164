using Microsoft.AspNetCore.Http.HttpResults;

namespace SakilaPortal.Api.Http;

/// <summary>The refusals that the features share.</summary>
internal static class Problems
{
    public static HttpValidationProblemDetails Invalid(IDictionary<string, string[]> errors) => new(errors)
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "The request is incomplete or cannot be read.",
        Detail = Sentence(errors),
    };

    /// <summary>409: the request collides with what is there.</summary>
    public static ProblemHttpResult Conflict(string detail, IDictionary<string, object?>? extensions = null) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict, title: "This collides with what is already there.", extensions: extensions);

    /// <summary>409: what is to be changed is not any more what the caller has read.</summary>
    /// <param name="field">By which the caller said what it has read.</param>
    public static ProblemHttpResult Outdated(string field, string detail) =>
        Conflict(detail, new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [field] = [detail] } });

    /// <summary>422: well-formed, but impossible.</summary>
    public static ProblemHttpResult Impossible(IDictionary<string, string[]> errors, IDictionary<string, object?>? extensions = null) => TypedResults.Problem(new HttpValidationProblemDetails(errors)
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Title = "The request is well-formed, but impossible.",
        Detail = Sentence(errors),
        Extensions = extensions ?? new Dictionary<string, object?>(),
    });

    public static ProblemHttpResult Impossible(string field, string text, IDictionary<string, object?>? extensions = null) =>
        Impossible(new Dictionary<string, string[]> { [field] = [text] }, extensions);

    public static ProblemHttpResult NotFound(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    public static ProblemHttpResult Invalid(string field, string text) =>
        TypedResults.Problem(Invalid(new Dictionary<string, string[]> { [field] = [text] }));

    private static string Sentence(IDictionary<string, string[]> errors) =>
        string.Join(' ', errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}"));
}
