namespace SakilaPortal.Api.Http;

/// <summary>What a person types into a search box: words, each the beginning of some word of what is sought.</summary>
internal static class SearchText
{
    private const int MostWords = 6;

    public static string[] Words(string? search) =>
        search?.Split(' ', MostWords + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords).ToArray() ?? [];

    /// <summary>A LIKE pattern for texts that begin with <paramref name="text"/>.</summary>
    public static string Prefix(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%";
}
