using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templates;

/// <summary>The versions of a template. Restoring one saves it as the newest, so that nothing is lost.</summary>
internal static class TemplateHistory
{
    private const string Select = """
        SELECT version, name, body, saved_by, saved_at FROM portal.template_version WHERE template_id = @id
        """;

    public static void MapTemplateHistory(this IEndpointRouteBuilder templates)
    {
        templates.MapGet("{id:int}/versions", ListAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("The versions of a template, the newest first");
        templates.MapPost("{id:int}/versions/{version:int}/restore", RestoreAsync)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Saves an earlier version as the newest");
    }

    private static async Task<Results<Ok<Page<TemplateVersion>>, ProblemHttpResult>> ListAsync(
        int id, [AsParameters] ListQuery list, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var versions = await database.ListAsync<TemplateVersion>($"{Select} ORDER BY version DESC", new { id }, cancellationToken);
        return versions.Count == 0 ? TemplatesApi.NotFound(id) : list.Answer(versions, ("version", version => version.Version));
    }

    private static async Task<Results<Ok<Template>, ProblemHttpResult>> RestoreAsync(
        int id, int version, HttpContext context, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await TemplatesApi.RefuseAsync(id, database, cancellationToken) is { } refusal)
            return refusal;
        if (await database.FirstAsync<TemplateVersion>($"{Select} AND version = @version", new { id, version }, cancellationToken) is not { } earlier)
            return Problems.NotFound($"The template {id} has no version {version}; its history lists those that it has.");
        var request = new TemplateRequest(earlier.Name, earlier.Body);
        var restored = await database.ChangeTemplateAsync(id, request, context.User.UserName, clock, cancellationToken);
        return restored is null ? TemplatesApi.Taken(request) : TypedResults.Ok(restored);
    }
}
