using System.Net;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Simulations;

internal sealed class TemplatesClient(ApiConnection api)
{
    /// <summary>The first 500 templates without their texts.</summary>
    public async Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken) =>
        (await PageAsync("?pageSize=500", cancellationToken)).Items;

    /// <summary>A page of the list, without the texts.</summary>
    /// <param name="query">What the list's address says, with its question mark.</param>
    public Task<Page<Template>> PageAsync(string query, CancellationToken cancellationToken) =>
        api.GetAsync<Page<Template>>($"templates{query}&bodies=false", cancellationToken);

    /// <summary>The template with its text; null when there is none of this number.</summary>
    public async Task<Template?> FindAsync(int id, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetAsync<Template>($"templates/{id}", cancellationToken);
        }
        catch (ApiException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task<PreviewResponse> PreviewAsync(string body, CancellationToken cancellationToken) =>
        api.PostAsync<PreviewResponse>("templates/preview", new PreviewRequest(body), cancellationToken);

    public Task<IReadOnlyList<TemplateFunction>> FunctionsAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<TemplateFunction>>("templates/functions", cancellationToken);

    public Task<Template> AddAsync(string name, string body, CancellationToken cancellationToken) =>
        api.PostAsync<Template>("templates", new TemplateRequest(name, body), cancellationToken);

    /// <summary>Saves the next version; refused when another than this one is the newest by now.</summary>
    public Task<Template> ChangeAsync(Template template, string body, CancellationToken cancellationToken) =>
        api.PutAsync<Template>($"templates/{template.Id}", new TemplateRequest(template.Name, body, template.Version), cancellationToken);

    public Task DeleteAsync(int id, CancellationToken cancellationToken) => api.DeleteAsync($"templates/{id}", cancellationToken);

    public async Task<IReadOnlyList<TemplateVersion>> VersionsAsync(int id, CancellationToken cancellationToken) =>
        (await api.GetAsync<Page<TemplateVersion>>($"templates/{id}/versions", cancellationToken)).Items;

    public Task<Template> RestoreAsync(int id, int version, CancellationToken cancellationToken) =>
        api.PostAsync<Template>($"templates/{id}/versions/{version}/restore", null, cancellationToken);

    public Task<TemplateImport> ImportAsync(string content, string name, CancellationToken cancellationToken) =>
        api.PostAsync<TemplateImport>("templates/import", new TemplateImportRequest(content, name), cancellationToken);

    /// <param name="format">portal or kdg.</param>
    /// <param name="id">One template alone; null for all.</param>
    public async Task<string> ExportAsync(string format, int? id, CancellationToken cancellationToken) =>
        (await api.GetAsync<System.Text.Json.JsonElement>($"templates/export?format={format}{(id is null ? "" : $"&ids={id}")}", cancellationToken)).GetRawText();
}
