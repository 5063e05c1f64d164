using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SakilaPortal.Api.Tests;

/// <summary>Reads answers as outside programs would: by the names in the JSON.</summary>
internal static class Answers
{
    /// <summary>The JSON of an answer that must have the given status.</summary>
    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> sent, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"Expected {(int)status}, got {(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The ProblemDetails of a refusal that must have the given status.</summary>
    public static async Task<JsonElement> ProblemAsync(this Task<HttpResponseMessage> sent, HttpStatusCode status)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"Expected {(int)status}, got {(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    /// <summary>The names of the fields that a refusal of the given status complains of.</summary>
    public static async Task<string[]> FaultyFieldsAsync(this Task<HttpResponseMessage> sent, HttpStatusCode status) =>
        [.. (await sent.ProblemAsync(status)).GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    public static Task<HttpResponseMessage> DeleteAsJsonAsync(this HttpClient client, string path, object body) =>
        client.SendAsync(new(HttpMethod.Delete, path) { Content = JsonContent.Create(body) });

    public static JsonElement[] Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static int Int(this JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
