using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templates;

/// <summary>Templates go out as a file and come in from one.</summary>
internal static class TemplateExchange
{
    private const int LargestFile = 5_000_000;
    private const int MostNames = 100;

    public static void MapTemplateExchange(this IEndpointRouteBuilder templates)
    {
        templates.MapGet("export", ExportAsync)
            .WithSummary("Templates as a file: format=portal (default) or kdg, the form of the Kinesis Data Generator; ids=1,2 for some, else all");
        templates.MapPost("import", ImportAsync)
            .WithSummary("Templates out of a file of either form; any other text is one template. A name that is taken gets a number");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ExportAsync(
        string? format, string? ids, MySqlDataSource database, CancellationToken cancellationToken)
    {
        if (format is not (null or "portal" or "kdg"))
            return Problems.Invalid("format", "The format is portal or kdg.");
        var all = await database.ListTemplatesAsync(new Paging(1, 10_000, "name", false), cancellationToken);
        var wanted = ids?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Template[] chosen = [.. all.Items.Where(template => wanted is null || wanted.Contains($"{template.Id}"))];
        return TypedResults.Content(format == "kdg" ? TemplateFile.WriteForGenerator(chosen) : TemplateFile.Write(chosen), "application/json");
    }

    private static async Task<Results<Ok<TemplateImport>, ProblemHttpResult>> ImportAsync(
        TemplateImportRequest request, HttpContext context, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require("content", request.Content, LargestFile);
        if (errors.Any)
            return errors.AsInvalid();

        var (imported, skipped) = (new List<Template>(), new List<string>());
        foreach (var (name, body) in TemplateFile.Read(request.Content!))
        {
            var wanted = (name ?? request.Name)?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, TemplateStore.LongestName - 6)] : "Imported template";
            if (string.IsNullOrWhiteSpace(body))
                skipped.Add($"\"{wanted}\" is empty.");
            else if (body.Length > TemplateStore.LongestBody)
                skipped.Add($"\"{wanted}\" is longer than {TemplateStore.LongestBody:N0} characters.");
            else if (await database.FindTemplateAsync(wanted, body, cancellationToken) is not null)
                skipped.Add($"\"{wanted}\" is there already, with the same text.");
            else
                imported.Add(await AddAsync(wanted, body));
        }
        return TypedResults.Ok(new TemplateImport(imported, skipped));

        async Task<Template> AddAsync(string wanted, string body)
        {
            for (var number = 1; number <= MostNames; number++)
            {
                var free = new TemplateRequest(number == 1 ? wanted : $"{wanted} ({number})", body);
                if (await database.AddTemplateAsync(free, context.User.UserName, clock, cancellationToken) is { } added)
                    return added;
            }
            throw new BadHttpRequestException($"There are {MostNames} templates named \"{wanted}\" already; rename some of them.");
        }
    }
}
