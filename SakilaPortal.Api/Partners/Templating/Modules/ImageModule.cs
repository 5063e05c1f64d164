namespace SakilaPortal.Api.Partners.Templating.Modules;

/// <summary>Addresses of pictures, none of which exist.</summary>
internal static class ImageModule
{
    private const int UsualWidth = 640;
    private const int UsualHeight = 480;

    private static readonly string[] Categories =
        ["abstract", "animals", "business", "cats", "city", "fashion", "food", "nature", "nightlife", "people", "sports", "technics", "transport"];

    public static readonly Dictionary<string, FakeFunction> Functions = Collect();

    public static Generate Random(Arguments arguments) => dice => Address(UsualWidth, UsualHeight, dice.Pick(Categories));

    private static Dictionary<string, FakeFunction> Collect()
    {
        var all = new Dictionary<string, FakeFunction>
        {
            ["image"] = Random,
            ["imageUrl"] = arguments => Sized(arguments, arguments.Text(2)),
            ["avatar"] = _ => WordLists.Choose("internet.avatar"),
            ["dataUri"] = arguments => Fixed(
                $"data:image/svg+xml;charset=UTF-8,%3Csvg%20width%3D%22{arguments.Count(0, UsualWidth)}%22%20height%3D%22{arguments.Count(1, UsualHeight)}%22%2F%3E"),
        };
        foreach (var category in Categories)
            all[category] = arguments => Sized(arguments, category);
        return all;
    }

    // Arguments: width, height.
    private static Generate Sized(Arguments arguments, string? category) =>
        Fixed(Address(arguments.Count(0, UsualWidth), arguments.Count(1, UsualHeight), category));

    private static Generate Fixed(string text) => _ => text;

    private static string Address(int width, int height, string? category) =>
        $"https://images.example.com/{width}/{height}{(category is null ? "" : $"/{category}")}";
}
