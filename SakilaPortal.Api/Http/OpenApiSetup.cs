using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace SakilaPortal.Api.Http;

internal static class OpenApiSetup
{
    private const string Scheme = "Bearer";

    /// <summary>The document at <c>/openapi/v1.json</c>, with the bearer token on every route that asks for one.</summary>
    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "SakilaPortal";
            document.Info.Description = "Rentals, partner events and reports of the film company Sakila. Get a token from POST /api/login.";
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The access token that POST /api/login answers with.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            return Task.CompletedTask;
        });
    });
}
