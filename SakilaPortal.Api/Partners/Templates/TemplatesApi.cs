using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templates;

internal static class TemplatesApi
{
    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("templates").RequireAuthorization(Roles.Partner).WithTags("Templates");

        group.MapGet("", ListAsync).WithSummary("All templates, those that are shipped first; search narrows the list by name, bodies=false leaves the texts out");
        group.MapGet("{id:int}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One template");
        group.MapPost("", CreateAsync).ProducesProblem(StatusCodes.Status409Conflict).WithSummary("A new template; it may still have problems");
        group.MapPut("{id:int}", UpdateAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Changes a template, which gets a new version");
        group.MapDelete("{id:int}", DeleteAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Deletes a template; simulations keep the text that they were started with");
        group.MapTemplateHistory();
        group.MapTemplateExchange();
        group.MapGet("functions", () => TypedResults.Ok(TemplateFunctions.All)).WithSummary("All functions that a template may call, each with an example");
        group.MapPost("preview", PreviewAsync).WithSummary("Five samples of a template, and its problems with line and column");
    }

    private static async Task<Results<Ok<Page<Template>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListQuery query, string? search, bool? bodies, MySqlDataSource database, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var paging = query.Read(errors, ("id", "template_id"), ("name", "name"), ("updatedAt", "updated_at"));
        return errors.Any ? errors.AsInvalid() : TypedResults.Ok(await database.ListTemplatesAsync(paging, cancellationToken, search, bodies ?? true));
    }

    private static async Task<Results<Ok<Template>, ProblemHttpResult>> GetAsync(int id, MySqlDataSource database, CancellationToken cancellationToken) =>
        await database.FindTemplateAsync(id, cancellationToken) is { } template ? TypedResults.Ok(template) : NotFound(id);

    private static async Task<Results<Created<Template>, ProblemHttpResult>> CreateAsync(
        TemplateRequest request, HttpContext context, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Check(request) is { Any: true } errors)
            return errors.AsInvalid();
        var template = await database.AddTemplateAsync(request, context.User.UserName, clock, cancellationToken);
        return template is null ? Taken(request) : TypedResults.Created($"/api/templates/{template.Id}", template);
    }

    private static async Task<Results<Ok<Template>, ProblemHttpResult>> UpdateAsync(
        int id, TemplateRequest request, HttpContext context, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Check(request) is { Any: true } errors)
            return errors.AsInvalid();
        if (await RefuseAsync(id, database, cancellationToken, request.Version) is { } refusal)
            return refusal;
        var template = await database.ChangeTemplateAsync(id, request, context.User.UserName, clock, cancellationToken);
        if (template is not null)
            return TypedResults.Ok(template);
        // Another may have been quicker since it was looked at.
        return await RefuseAsync(id, database, cancellationToken, request.Version) ?? Taken(request);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(int id, MySqlDataSource database, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, database, cancellationToken) is { } refusal)
            return refusal;
        await database.DeleteTemplateAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<PreviewResponse>, ProblemHttpResult>> PreviewAsync(
        PreviewRequest request, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require("body", request.Body, TemplateStore.LongestBody);
        return errors.Any ? errors.AsInvalid() : TypedResults.Ok(Preview.Of(
            request.Body!, await database.RulesAsync(request.DeliveryStream, cancellationToken), clock, Random.Shared.NextInt64(), cancellationToken));
    }

    private static FieldErrors Check(TemplateRequest request)
    {
        var errors = new FieldErrors();
        errors.Require("name", request.Name, TemplateStore.LongestName);
        errors.Require("body", request.Body, TemplateStore.LongestBody);
        return errors;
    }

    /// <summary>Why this template cannot be changed, if so; with a version also when that is no more the newest.</summary>
    internal static async Task<ProblemHttpResult?> RefuseAsync(
        int id, MySqlDataSource database, CancellationToken cancellationToken, int? version = null) =>
        await database.FindTemplateAsync(id, cancellationToken) switch
        {
            null => NotFound(id),
            { BuiltIn: true } shipped => Problems.Conflict(
                $"The template \"{shipped.Name}\" is shipped with the portal and stays as it is; post a copy of it under another name and change that."),
            var newer when version is not null && newer.Version != version => Problems.Conflict(
                $"{newer.UpdatedBy ?? "Somebody"} has saved version {newer.Version} meanwhile; look at it in the history, and save yours under another name or again."),
            _ => null,
        };

    internal static ProblemHttpResult NotFound(int id) => Problems.NotFound($"There is no template {id}; it may have been deleted.");

    internal static ProblemHttpResult Taken(TemplateRequest request) =>
        Problems.Conflict($"There is another template named \"{request.Name!.Trim()}\"; choose another name.");
}
