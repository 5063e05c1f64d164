namespace SakilaPortal.AppHost.Options;

/// <summary>A folder of vendors' files, which the pipeline looks at again and again.</summary>
internal sealed record VendorFiles(string Folder)
{
    private static readonly string[] Names = ["movies.csv", "users.csv", "streams.csv", "authors.json", "books.json", "reviews.json"];

    public static VendorFiles In(string folder) => Names.Any(name => File.Exists(Path.Combine(folder, name)))
        ? new(folder)
        : throw new StartException($"{folder} holds none of {string.Join(", ", Names)}; --vendor wants the folder of such files.", exitCode: 2);

    /// <summary>The pipeline's setting for each file; one that is missing may come later.</summary>
    public IEnumerable<(string Key, string Value)> Settings =>
        Names.Select(name => ($"Vendor:Sources:{Path.GetFileNameWithoutExtension(name)}", Path.Combine(Folder, name)));
}
