namespace SakilaPortal.TestSupport;

/// <summary>Where things of the repository lie, seen from a running test.</summary>
public static class Repository
{
    private static readonly string Output = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);

    /// <summary>The folder of <c>SakilaPortal.sln</c>.</summary>
    public static string Root { get; } = Above(Output, folder => File.Exists(Path.Combine(folder, "SakilaPortal.sln")))
        ?? throw new DirectoryNotFoundException($"No folder above {Output} holds SakilaPortal.sln.");

    /// <summary>The official Sakila dump: the variable SAKILA_DUMP, or <c>shared/data/sakila</c> beside the repository; null when absent.</summary>
    public static string? OfficialDump { get; } = SharedData("SAKILA_DUMP", "sakila");

    /// <summary>Templates of the Kinesis Data Generator: the variable KDG_TEMPLATES, or <c>shared/data/kdg</c> beside the repository; null when absent.</summary>
    public static string? KdgTemplates { get; } = SharedData("KDG_TEMPLATES", "kdg");

    /// <summary>The built program of a project, of the same configuration as the running test.</summary>
    public static string Program(string project)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(Output))!;
        var path = Path.Combine(Root, project, "bin", configuration, Path.GetFileName(Output), project + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built: there is no {path}.");
    }

    private static string? SharedData(string variable, string folder) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given
            : Above(Root, parent => Directory.Exists(Path.Combine(parent, "shared", "data", folder))) is { } found
                ? Path.Combine(found, "shared", "data", folder)
                : null;

    private static string? Above(string folder, Func<string, bool> holds)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
            if (holds(at))
                return at;
        return null;
    }
}
