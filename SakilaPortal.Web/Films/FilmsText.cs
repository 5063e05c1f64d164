namespace SakilaPortal.Web.Films;

internal static class FilmsText
{
    public const string Title = "Films";
    public const string Intro = "The catalogue, with the copies on the shelf of each store.";
    public const string Search = "Search";
    public const string SearchHint = "Title, category or actor";
    public const string Category = "Category";
    public const string AllCategories = "All categories";
    public const string StoreShelf = "On the shelf of";
    public const string Rating = "Rating";
    public const string EmptyTitle = "No film";
    public const string Empty = "No film begins like this. Try another word of its title, or all ratings.";
    public const string Name = "Title";
    public const string Length = "Length";
    public const string Price = "Price";
    public const string Days = "Days";
    public const string OnShelf = "On the shelf";

    public static IReadOnlyList<(string?, string)> Ratings { get; } = [(null, "All ratings"), ("G", "G"), ("PG", "PG"), ("PG-13", "PG-13"), ("R", "R"), ("NC-17", "NC-17")];
}
