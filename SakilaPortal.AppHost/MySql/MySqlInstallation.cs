namespace SakilaPortal.AppHost.MySql;

/// <summary>A MariaDB or MySQL server program on this machine.</summary>
/// <param name="Server">Full path of <c>mariadbd</c> or <c>mysqld</c>.</param>
/// <param name="Installer">Full path of MariaDB's <c>mariadb-install-db</c>; null for a MySQL, which initialises itself.</param>
internal sealed record MySqlInstallation(string Server, string? Installer)
{
    private static readonly string[] UsualFolders =
    [
        "/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/local/sbin", "/usr/local/mysql/bin",
        "/opt/homebrew/bin", "/opt/homebrew/opt/mariadb/bin", "/opt/homebrew/opt/mysql/bin", .. WindowsFolders(),
    ];

    /// <summary>The first server found on the path or where installers usually put one; null when there is none.</summary>
    public static MySqlInstallation? Find() => FindMariaDb() ?? (FindProgram("mysqld") is { } mysqld ? new(mysqld, null) : null);

    private static MySqlInstallation? FindMariaDb() =>
        FindProgram("mariadbd") is { } server && (FindProgram("mariadb-install-db") ?? FindProgram("mysql_install_db")) is { } installer
            ? new(server, installer)
            : null;

    private static string? FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(UsualFolders)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);

    private static IEnumerable<string> WindowsFolders()
    {
        if (!OperatingSystem.IsWindows())
            return [];
        var programs = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
        return new[] { "MariaDB*", Path.Combine("MySQL", "MySQL Server*") }
            .Where(pattern => Directory.Exists(Path.Combine(programs, Path.GetDirectoryName(pattern) ?? "")))
            .SelectMany(pattern => Directory.GetDirectories(programs, pattern))
            .Select(folder => Path.Combine(folder, "bin"));
    }
}
