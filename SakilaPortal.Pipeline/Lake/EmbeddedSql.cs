namespace SakilaPortal.Pipeline.Lake;

/// <summary>The <c>.sql</c> files that are part of the program.</summary>
internal static class EmbeddedSql
{
    /// <param name="path">Folder and file, as <c>Transforms/film_category.sql</c>.</param>
    public static string Read(string path)
    {
        var name = $"SakilaPortal.Pipeline.{path.Replace('/', '.')}";
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{path} is not part of the program; it must be an embedded resource of the project.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd();
    }
}
