using System.Net;
using System.Net.Http.Json;

namespace SakilaPortal.Api.Tests.Partners.Templates;

[Collection(ApiFixture.Collection)]
public class TemplatesTests(ApiFixture portal)
{
    [Fact]
    public async Task TheShippedTemplatesAreThereRunAndStayAsTheyAre()
    {
        var shipped = (await portal.Partner.GetAsync("/api/templates").JsonAsync()).Items().Where(template => template.GetProperty("builtIn").GetBoolean()).ToArray();
        Assert.Equal(2, shipped.Length);
        foreach (var template in shipped)
        {
            var preview = await portal.Partner.PostAsJsonAsync("/api/templates/preview", new { body = template.Text("body") }).JsonAsync();
            Assert.Empty(preview.GetProperty("problems").EnumerateArray());
            Assert.Equal(5, preview.GetProperty("samples").GetArrayLength());

            var path = $"/api/templates/{template.Int("id")}";
            Assert.Contains("copy", (await portal.Partner.PutAsJsonAsync(path, New()).ProblemAsync(HttpStatusCode.Conflict)).Text("detail"));
            Assert.Contains("copy", (await portal.Partner.DeleteAsync(path).ProblemAsync(HttpStatusCode.Conflict)).Text("detail"));
        }
    }

    [Fact]
    public async Task ATemplateIsMadeChangedAndDeleted()
    {
        var made = New();
        var created = await portal.Partner.PostAsJsonAsync("/api/templates", made).JsonAsync(HttpStatusCode.Created);
        var path = $"/api/templates/{created.Int("id")}";
        Assert.Equal(1, created.Int("version"));

        var changed = await portal.Partner.PutAsJsonAsync(path, made with { Body = "{\"a\": 2}" }).JsonAsync();
        Assert.Equal((2, "{\"a\": 2}"), (changed.Int("version"), changed.Text("body")));
        Assert.Equal("{\"a\": 2}", (await portal.Partner.GetAsync(path).JsonAsync()).Text("body"));

        using var deleted = await portal.Partner.DeleteAsync(path);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await portal.Partner.GetAsync(path).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TwoTemplatesCannotHaveOneName()
    {
        var made = New();
        await portal.Partner.PostAsJsonAsync("/api/templates", made).JsonAsync(HttpStatusCode.Created);
        await portal.Partner.PostAsJsonAsync("/api/templates", made).ProblemAsync(HttpStatusCode.Conflict);
        var other = await portal.Partner.PostAsJsonAsync("/api/templates", New()).JsonAsync(HttpStatusCode.Created);
        await portal.Partner.PutAsJsonAsync($"/api/templates/{other.Int("id")}", made).ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task NameAndBodyAreRequired() =>
        Assert.Equal(["name", "body"], await portal.Partner.PostAsJsonAsync("/api/templates", new { name = " " }).FaultyFieldsAsync(HttpStatusCode.BadRequest));

    [Fact]
    public async Task APreviewTellsLineAndColumnOfAStrayBrace()
    {
        var preview = await portal.Partner.PostAsJsonAsync("/api/templates/preview", new { body = PartnerEvents.Template + "\n}" }).JsonAsync();
        var problem = Assert.Single(preview.GetProperty("problems").EnumerateArray());
        Assert.Equal((9, 1), (problem.Int("line"), problem.Int("column")));
    }

    private TemplateText New() => new($"template {portal.NextNumber()}", "{\"a\": 1}");

    private sealed record TemplateText(string Name, string Body);
}
