using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;

namespace SakilaPortal.Api.Http;

/// <summary>Names the field of a body or query that could not be read, and says what belongs there.</summary>
internal sealed partial class UnreadableRequestHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException refused)
            return false;

        context.Response.StatusCode = refused.StatusCode;
        await problems.WriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = refused.StatusCode == StatusCodes.Status400BadRequest ? Problems.Invalid(Explain(refused)) : new() { Status = refused.StatusCode },
        });
        return true;
    }

    private static Dictionary<string, string[]> Explain(BadHttpRequestException refused) => refused.InnerException switch
    {
        JsonException json => new() { [Field(json.Path)] = [Explain(json)] },
        _ when UnreadableParameter().Match(refused.Message) is { Success: true } query => new()
        {
            [query.Groups["name"].Value] = [$"'{query.Groups["value"].Value}' is not {Expected(query.Groups["type"].Value)}."],
        },
        _ when refused.Message.Contains("no body was provided", StringComparison.Ordinal) => new() { ["body"] = ["A JSON body is required."] },
        _ => new() { ["request"] = [refused.Message] },
    };

    // "$.rentalDate" is the field rentalDate; "$" is the body as a whole.
    private static string Field(string? path) => path is null or "$" ? "body" : path.TrimStart('$').TrimStart('.');

    private static string Explain(JsonException json) =>
        UnreadableValue().Match(json.Message) is { Success: true } value ? $"This must be {Expected(value.Groups["type"].Value)}."
        : json.Message.Contains(" | ", StringComparison.Ordinal) ? $"This is not valid JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1})."
        : json.Message;

    private static string Expected(string type) => type switch
    {
        _ when type.Contains("Int", StringComparison.OrdinalIgnoreCase) || type is "long" => "a whole number",
        _ when type.Contains("Decimal", StringComparison.OrdinalIgnoreCase) || type.Contains("Double", StringComparison.OrdinalIgnoreCase) => "a number",
        _ when type.Contains("DateOnly", StringComparison.Ordinal) => "a date such as 2005-05-24",
        _ when type.Contains("DateTime", StringComparison.Ordinal) => "a time such as 2005-05-24T22:53:30Z",
        _ when type.Contains("Bool", StringComparison.OrdinalIgnoreCase) => "true or false",
        _ when type.Contains("System.String", StringComparison.Ordinal) => "text",
        _ when type.Contains("List", StringComparison.Ordinal) || type.Contains("[]", StringComparison.Ordinal) => "a list",
        _ => "of another type; see /openapi/v1.json",
    };

    [GeneratedRegex("""^Failed to bind parameter "(?<type>.+) (?<name>\w+)" from "(?<value>.*)"\.$""")]
    private static partial Regex UnreadableParameter();

    [GeneratedRegex("^The JSON value could not be converted to (?<type>.+?)\\. Path:")]
    private static partial Regex UnreadableValue();
}
