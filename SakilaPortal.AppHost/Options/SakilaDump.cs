using System.IO.Compression;

namespace SakilaPortal.AppHost.Options;

/// <summary>Looks, before anything starts, whether the official dump is where the person says.</summary>
internal static class SakilaDump
{
    private static readonly string[] Files = ["sakila-schema.sql", "sakila-data.sql"];

    public static string Check(string path)
    {
        var present = Names(path);
        var missing = Files.Where(file => !present.Contains(file, StringComparer.OrdinalIgnoreCase)).ToArray();
        return missing.Length == 0 ? path : throw new StartException(
            $"{path} does not hold {string.Join(" and ", missing)}; --sakila wants the folder or the zip file of the official Sakila dump.", exitCode: 2);
    }

    private static string[] Names(string path)
    {
        if (Directory.Exists(path))
            return [.. Directory.EnumerateFiles(path).Select(Path.GetFileName).OfType<string>()];
        if (!File.Exists(path))
            throw new StartException($"{path} does not exist; --sakila wants the folder or the zip file of the official Sakila dump.", exitCode: 2);

        try
        {
            using var zip = ZipFile.OpenRead(path);
            return [.. zip.Entries.Select(entry => entry.Name)];
        }
        catch (InvalidDataException)
        {
            throw new StartException($"{path} is no zip file; --sakila wants the folder or the zip file of the official Sakila dump.", exitCode: 2);
        }
    }
}
