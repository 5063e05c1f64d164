using SakilaPortal.Pipeline.Catalog;
using static SakilaPortal.Pipeline.Vendor.VendorType;

namespace SakilaPortal.Pipeline.Vendor;

/// <summary>A kind of file that vendors give, and the clean table that is made of it.</summary>
/// <param name="Name">Of the source, of its folder in the landing zone, and of the table.</param>
/// <param name="Extension">csv or json.</param>
/// <param name="Key">The column by which records are merged into the table; null where each file replaces it.</param>
internal sealed record VendorSource(string Name, string Extension, string? Key, IReadOnlyList<VendorColumn> Columns)
{
    public bool IsCsv => Extension == "csv";

    public string Folder => $"{Feed.Vendor}{Name}/";

    public string CurrentKey => $"{Folder}current.{Extension}";

    public LakeTable Table(string bucket) => new(Databases.Clean, Name, bucket, $"vendor/{Name}", [.. Columns.SelectMany(column => column.Athena())]);

    public static VendorSource? Find(string name) => All.FirstOrDefault(source => source.Name == name);

    /// <summary>What a viewing session is, whether it comes in a file or by the delivery stream.</summary>
    public static VendorSource Streams { get; } = new("streams", "csv", null,
    [
        Plain("movie_title"), Plain("user_email"), Plain("size_mb", Number), Plain("start_at", Moment), Plain("end_at", Moment),
    ]);

    public static IReadOnlyList<VendorSource> All { get; } =
    [
        new("movies", "csv", null, [Plain("title"), Plain("duration_mins", Number), Plain("original_language"), Plain("size_mb", Number)]),
        new("users", "csv", null, [Plain("first_name"), Plain("last_name"), Plain("email")]),
        Streams,
        new("authors", "json", "name",
        [
            At("name", "metadata.name"), At("birth_date", "metadata.birth_date"), At("died_at", "metadata.died_at"),
            List("nationalities", Plain("id"), Plain("label"), Plain("slug")),
        ]),
        new("books", "json", "name", [Plain("name"), Plain("pages", WholeNumber), Plain("author"), Plain("publisher")]),
        new("reviews", "json", "created",
        [
            At("content_text", "content.text"), new("rating_rate", Number, "rating.rate"), At("rating_label", "rating.label"),
            List("books", Plain("id"), At("title", "metadata.title"), new("pages", WholeNumber, "metadata.pages")),
            List("movies", Plain("id"), Plain("title")),
            Plain("updated"), Plain("created"),
        ]),
    ];

    private static VendorColumn Plain(string name, VendorType type = Text) => new(name, type, name);

    private static VendorColumn At(string name, string path) => new(name, Text, path);

    private static VendorColumn List(string name, params VendorColumn[] items) => new(name, VendorType.List, name, items);
}
