using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace SakilaPortal.Api.Http;

/// <summary>Names the field of a body or query that could not be read, and says what belongs there.</summary>
internal sealed partial class UnreadableRequestHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException refused)
            return false;

        context.Response.StatusCode = refused.StatusCode;
        var body = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        await problems.WriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = refused.StatusCode == StatusCodes.Status400BadRequest
                ? Problems.Invalid(Explain(refused, body))
                : new ProblemDetails { Status = refused.StatusCode },
        });
        return true;
    }

    private static Dictionary<string, string[]> Explain(BadHttpRequestException refused, Type? body) => refused.InnerException switch
    {
        JsonException json => new() { [Field(json.Path)] = [Explain(json, body)] },
        _ when UnreadableParameter().Match(refused.Message) is { Success: true } query => new()
        {
            [InQuery(query)] = [$"'{query.Groups["value"].Value}' is not {Expected(query.Groups["type"].Value)}."],
        },
        _ when refused.Message.Contains("no body was provided", StringComparison.Ordinal) || refused.Message.EndsWith("from body.", StringComparison.Ordinal) =>
            new() { ["body"] = ["A JSON body is required."] },
        _ when MissingParameter().Match(refused.Message) is { Success: true } missing => new() { [InQuery(missing)] = ["This is required."] },
        _ => new() { ["request"] = ["This cannot be read; see /openapi/v1.json for what belongs here."] },
    };

    // A list's parameters are the properties of a record, with capitals.
    private static string InQuery(Match parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value);

    // "$.rentalDate" is the field rentalDate; "$" is the body as a whole.
    private static string Field(string? path) => path is null or "$" ? "body" : path.TrimStart('$').TrimStart('.');

    private static string Explain(JsonException json, Type? body)
    {
        if (!json.Message.Contains(" | LineNumber", StringComparison.Ordinal))
            return json.Message;
        if (!json.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
            return $"This is not valid JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}).";
        var field = body?.GetProperties().FirstOrDefault(property => property.Name.Equals(Field(json.Path), StringComparison.OrdinalIgnoreCase));
        return $"This must be {(Field(json.Path) == "body" ? "a JSON object" : Expected($"{field?.PropertyType}"))}.";
    }

    private static string Expected(string type) => type switch
    {
        _ when type.Contains("List", StringComparison.Ordinal) || type.Contains("[]", StringComparison.Ordinal) => "a list",
        _ when type.Contains("Dictionary", StringComparison.Ordinal) => "an object",
        _ when type.Contains("Int", StringComparison.OrdinalIgnoreCase) || type is "long" => "a whole number",
        _ when type.Contains("Decimal", StringComparison.OrdinalIgnoreCase) || type.Contains("Double", StringComparison.OrdinalIgnoreCase) => "a number",
        _ when type.Contains("DateOnly", StringComparison.Ordinal) => "a date such as 2005-05-24",
        _ when type.Contains("Bool", StringComparison.OrdinalIgnoreCase) => "true or false",
        _ when type.Contains("String", StringComparison.Ordinal) => "text",
        _ => "of another type; see /openapi/v1.json",
    };

    // What the framework says of a query parameter; it offers no other way to tell which one it was.
    [GeneratedRegex("""^Failed to bind parameter "(?<type>.+) (?<name>\w+)" from "(?<value>.*)"\.$""")]
    private static partial Regex UnreadableParameter();

    [GeneratedRegex("""^Required parameter ".+ (?<name>\w+)" was not provided from .+\.$""")]
    private static partial Regex MissingParameter();
}
