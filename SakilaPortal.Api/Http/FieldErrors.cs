using Microsoft.AspNetCore.Http.HttpResults;

namespace SakilaPortal.Api.Http;

/// <summary>What is wrong with the fields of a request, gathered so that a person sees all of it at once.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> texts = [];

    public bool Any => texts.Count > 0;

    public void Add(string field, string text)
    {
        if (!texts.TryGetValue(field, out var list))
            texts[field] = list = [];
        list.Add(text);
    }

    /// <summary>Notes a missing value, and a text that is longer than its column.</summary>
    public void Require(string field, string? value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add(field, "This is required.");
        else if (value.Trim().Length > longest)
            Add(field, $"This has {value.Trim().Length} characters; at most {longest} are possible.");
    }

    public void Require<T>(string field, T? value) where T : struct
    {
        if (value is null)
            Add(field, "This is required.");
    }

    /// <summary>400: incomplete or unreadable.</summary>
    public ProblemHttpResult AsInvalid() => TypedResults.Problem(Problems.Invalid(ToDictionary()));

    /// <summary>422: well-formed, but impossible.</summary>
    public ProblemHttpResult AsImpossible() => Problems.Impossible(ToDictionary());

    private Dictionary<string, string[]> ToDictionary() => texts.ToDictionary(error => error.Key, error => error.Value.ToArray());
}
