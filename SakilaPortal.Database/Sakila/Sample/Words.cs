using SakilaPortal.Database.Sql;

namespace SakilaPortal.Database.Sakila.Sample;

/// <summary>The lists that the sample's names are made of.</summary>
internal static class Words
{
    public static string[] FirstNames { get; } = Lines("first-names");
    public static string[] LastNames { get; } = Lines("last-names");
    public static string[] TitleOpenings { get; } = Lines("title-openings");
    public static string[] TitleEndings { get; } = Lines("title-endings");

    /// <summary>Countries with their cities: <c>Country: City, City</c>.</summary>
    public static string[] Places { get; } = Lines("places");

    /// <summary>MCALLISTER as Mcallister.</summary>
    public static string Capitalised(string word) => word[..1] + word[1..].ToLowerInvariant();

    private static string[] Lines(string list) =>
        Embedded.Text($"Sakila/Sample/{list}.txt").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
