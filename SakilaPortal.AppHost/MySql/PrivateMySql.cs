using System.Diagnostics;

namespace SakilaPortal.AppHost.MySql;

/// <summary>A MySQL of our own on a data folder of ours: how it is found, initialised and started.</summary>
internal sealed class PrivateMySql(MySqlInstallation installation, string dataFolder)
{
    private static readonly string[] DebianServer = ["mariadb-server-core", "mariadb-client-core"];

    private string InitFile => dataFolder + ".init.sql";

    // Of its own: a starting server removes what it takes for its leftovers, which in a shared folder are another server's.
    private string TemporaryFolder => dataFolder + ".tmp";

    /// <summary>The program to start with <see cref="ArgumentsFor"/>.</summary>
    public string Server => installation.Server;

    /// <summary>Finds a server, or installs Debian's where that is possible.</summary>
    /// <exception cref="MySqlUnavailableException">There is none and none can be installed.</exception>
    public static async Task<MySqlInstallation> FindOrInstallAsync(Action<string> say, CancellationToken cancellationToken)
    {
        if (MySqlInstallation.Find() is { } found)
            return found;
        if (DebianPackages.CanInstall)
            await DebianPackages.InstallAsync(DebianServer, () => MySqlInstallation.Find() is not null, say, cancellationToken);
        return MySqlInstallation.Find() ?? throw new MySqlUnavailableException(
            "There is no MySQL on this machine. Install MariaDB 10.11 or MySQL 8 or newer (on Debian and Ubuntu: apt-get install "
            + "mariadb-server-core mariadb-client-core), or give the address of one as ConnectionStrings:sakila.");
    }

    /// <summary>Makes the data folder unless it is there. One that was left half made is made again.</summary>
    /// <exception cref="MySqlUnavailableException">The server's initialisation failed.</exception>
    public async Task InitialiseAsync(string rootPassword, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(dataFolder))
            await MakeDataFolderAsync(cancellationToken);
        Directory.CreateDirectory(TemporaryFolder);
        await WriteInitFileAsync(rootPassword, cancellationToken);
    }

    /// <summary>
    /// The server's arguments: private socket and port on the loopback, MySQL 8's sql_mode, UTC, every commit durable.
    /// The socket is named relative to the data folder, because its whole path may not pass 107 characters.
    /// </summary>
    public string[] ArgumentsFor(int port) =>
    [
        "--no-defaults", .. AsRoot(), .. Quiet(), $"--datadir={dataFolder}", $"--tmpdir={TemporaryFolder}", "--socket=s", "--pid-file=pid",
        $"--port={port}", "--bind-address=127.0.0.1", $"--init-file={InitFile}",
        "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
        "--character-set-server=utf8mb4", "--default-time-zone=+00:00", "--log-bin-trust-function-creators=ON",
        "--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=256M", "--max-connections=300", "--back-log=1024", "--skip-log-bin", "--loose-mysqlx=OFF",
    ];

    private async Task MakeDataFolderAsync(CancellationToken cancellationToken)
    {
        var half = dataFolder + ".new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        Directory.CreateDirectory(Path.GetDirectoryName(dataFolder)!);
        var (program, arguments) = installation.Installer is { } installer
            ? (installer, (string[])["--no-defaults", .. AsRoot(), $"--datadir={half}", "--auth-root-authentication-method=normal", "--skip-test-db"])
            : (installation.Server, (string[])["--no-defaults", .. AsRoot(), "--initialize-insecure", $"--datadir={half}"]);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new MySqlUnavailableException(
                $"{program} could not make the database's folder {half} (exit code {process.ExitCode}): {(await errors + await output).Trim()}");
        Directory.Move(half, dataFolder);
    }

    // Run at each start of the server, so that it must hold on a folder of any age.
    private async Task WriteInitFileAsync(string rootPassword, CancellationToken cancellationToken)
    {
        var quoted = $"'{rootPassword.Replace("\\", "\\\\").Replace("'", "''")}'";
        var onlyOurs = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            onlyOurs.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(InitFile, onlyOurs);
        await file.WriteAsync($"""
            CREATE USER IF NOT EXISTS 'root'@'127.0.0.1' IDENTIFIED BY {quoted};
            ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY {quoted};
            GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
            ALTER USER 'root'@'localhost' IDENTIFIED BY {quoted};

            """.AsMemory(), cancellationToken);
    }

    // MariaDB tells thirty notes at each start unless it is asked not to.
    private string[] Quiet() => installation.Installer is null ? [] : ["--silent-startup"];

    private static string[] AsRoot() => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["--user=root"] : [];
}
