namespace SakilaPortal.Pipeline.Lake;

/// <summary>The <c>.sql</c> files that are part of the program.</summary>
internal static class EmbeddedSql
{
    private const string Extension = ".sql";

    /// <param name="path">Folder and file, as <c>Transforms/film_category.sql</c>.</param>
    public static string Read(string path)
    {
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream(ResourceName(path))
            ?? throw new InvalidOperationException($"{path} is not part of the program; it must be an embedded resource of the project.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd();
    }

    /// <summary>The files of a folder, such as <c>Provisioning/Reports/</c>, without extension.</summary>
    public static IEnumerable<string> Names(string folder) =>
        from resource in typeof(EmbeddedSql).Assembly.GetManifestResourceNames()
        where resource.StartsWith(ResourceName(folder), StringComparison.Ordinal) && resource.EndsWith(Extension, StringComparison.Ordinal)
        select resource[ResourceName(folder).Length..^Extension.Length];

    private static string ResourceName(string path) => $"SakilaPortal.Pipeline.{path.Replace('/', '.')}";
}
