using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SakilaPortal.Api.Partners.Templating;

namespace SakilaPortal.Api.Tests.Partners.Templates;

[Collection(ApiFixture.Collection)]
public class TemplatesTests(ApiFixture portal)
{
    [Fact]
    public async Task TheShippedTemplatesAreThereRunAndStayAsTheyAre()
    {
        var shipped = (await portal.Partner.GetAsync("/api/templates").JsonAsync()).Items().Where(template => template.GetProperty("builtIn").GetBoolean()).ToArray();
        Assert.Equal(4, shipped.Length);
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
    public async Task EachVersionIsKeptAndAnEarlierOneComesBackAsTheNewest()
    {
        var made = New();
        var path = $"/api/templates/{(await portal.Partner.PostAsJsonAsync("/api/templates", made).JsonAsync(HttpStatusCode.Created)).Int("id")}";
        await portal.Partner.PutAsJsonAsync(path, made with { Body = "{\"a\": 2}" }).JsonAsync();
        Assert.Equal([2, 1], (await portal.Partner.GetAsync($"{path}/versions").JsonAsync()).Items().Select(version => version.Int("version")));

        var restored = await portal.Partner.PostAsync($"{path}/versions/1/restore", null).JsonAsync();
        Assert.Equal((3, made.Body), (restored.Int("version"), restored.Text("body")));
        Assert.Equal("partner", (await portal.Partner.GetAsync($"{path}/versions").JsonAsync()).Items()[0].Text("savedBy"));
        await portal.Partner.PostAsync($"{path}/versions/9/restore", null).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoSavesOverANewerVersionIsToldWhoseItIs()
    {
        var made = New();
        var path = $"/api/templates/{(await portal.Partner.PostAsJsonAsync("/api/templates", made).JsonAsync(HttpStatusCode.Created)).Int("id")}";
        await portal.Admin.PutAsJsonAsync(path, made with { Body = "{\"a\": 2}" }).JsonAsync();
        var problem = await portal.Partner.PutAsJsonAsync(path, new { name = made.Name, body = "{\"a\": 3}", version = 1 }).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Contains("admin has saved version 2", problem.Text("detail"));
    }

    [Theory]
    [InlineData("portal")]
    [InlineData("kdg")]
    public async Task WhatIsExportedIsImportedAgain(string format)
    {
        var made = New();
        var created = await portal.Partner.PostAsJsonAsync("/api/templates", made).JsonAsync(HttpStatusCode.Created);
        var file = await portal.Partner.GetStringAsync($"/api/templates/export?format={format}&ids={created.Int("id")}");
        var there = await ImportAsync(file);
        Assert.Empty(there.GetProperty("imported").EnumerateArray());
        Assert.Contains("is there already", there.GetProperty("skipped")[0].GetString());

        using var deleted = await portal.Partner.DeleteAsync($"/api/templates/{created.Int("id")}");
        var imported = Assert.Single((await ImportAsync(file)).GetProperty("imported").EnumerateArray());
        Assert.Equal((made.Name, made.Body), (imported.Text("name"), imported.Text("body")));
    }

    [Fact]
    public async Task AFileOfTheGeneratorOrABareTemplateIsImported()
    {
        var name = $"from the generator {portal.NextNumber()}";
        var tabs = JsonSerializer.Serialize(new object[] { new { name, template = PartnerEvents.Template }, new { name = "Template 2", template = "" } });
        var stored = await ImportAsync(JsonSerializer.Serialize(tabs));
        Assert.Equal(PartnerEvents.Template, Assert.Single(stored.GetProperty("imported").EnumerateArray()).Text("body"));
        Assert.Contains("\"Template 2\" is empty", stored.GetProperty("skipped")[0].GetString());

        var bare = await portal.Partner.PostAsJsonAsync("/api/templates/import", new { content = "{\"b\": {{random.number}}}", name }).JsonAsync();
        Assert.Equal($"{name} (2)", Assert.Single(bare.GetProperty("imported").EnumerateArray()).Text("name"));
    }

    [Fact]
    public async Task EveryFunctionIsListedWithATagThatRuns()
    {
        var functions = (await portal.Partner.GetAsync("/api/templates/functions").JsonAsync()).EnumerateArray().ToArray();
        Assert.Contains(functions, function => function.Text("name") == "address.state");
        Assert.Empty(RecordTemplate.Parse(string.Concat(functions.Select(function => function.Text("tag")))).Problems);
    }

    private Task<JsonElement> ImportAsync(string content) => portal.Partner.PostAsJsonAsync("/api/templates/import", new { content }).JsonAsync();

    [Fact]
    public async Task OfSeveralWhoSaveOneVersionAtOnceOneWins()
    {
        var made = New();
        var path = $"/api/templates/{(await portal.Partner.PostAsJsonAsync("/api/templates", made).JsonAsync(HttpStatusCode.Created)).Int("id")}";
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => portal.Partner.PutAsJsonAsync(path, new { made.Name, body = $"{{\"a\": {number}}}", version = 1 })));
        Assert.Equal([(HttpStatusCode.OK, 1), (HttpStatusCode.Conflict, 7)], answers.CountBy(answer => answer.StatusCode).Select(same => (same.Key, same.Value)).OrderBy(same => same.Value));
        Assert.Equal(2, (await portal.Partner.GetAsync(path).JsonAsync()).Int("version"));
    }

    [Fact]
    public async Task TheListIsSearchedByNameAndLeavesTheTextsOut()
    {
        var made = New();
        await portal.Partner.PostAsJsonAsync("/api/templates", made).JsonAsync(HttpStatusCode.Created);
        var found = Assert.Single((await portal.Partner.GetAsync($"/api/templates?search={Uri.EscapeDataString(made.Name)}&bodies=false").JsonAsync()).Items());
        Assert.Equal((made.Name, ""), (found.Text("name"), found.Text("body")));
        Assert.Empty((await portal.Partner.GetAsync("/api/templates?search=%25").JsonAsync()).Items());
    }

    [Theory]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    [InlineData("{\"name\": \"\\ud800\", \"body\": \"{}\"}")]
    public async Task AFileOfPlainJsonIsOneTemplate(string content)
    {
        var imported = await portal.Partner.PostAsJsonAsync("/api/templates/import", new { content, name = $"plain {portal.NextNumber()}" }).JsonAsync();
        Assert.Equal(content, Assert.Single(imported.GetProperty("imported").EnumerateArray()).Text("body"));
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
