using System.Diagnostics;
using SakilaPortal.AppHost.Data;
using SakilaPortal.AppHost.Options;

namespace SakilaPortal.AppHost.Composition;

internal static class MySqlServerExtensions
{
    /// <summary>Starts the machine's own server privately, on a data folder of ours.</summary>
    public static async Task<IResourceBuilder<IResourceWithConnectionString>> AddMySqlServer(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> migration, Ports ports, DataFolder data)
    {
        var password = builder.AddParameter("mysql-password", data.Secret("mysql-password"), secret: true);
        var initFile = Path.Combine(data.Keys, "mysql-init.sql");
        await File.WriteAllTextAsync(initFile, $"ALTER USER root@localhost IDENTIFIED BY '{data.Secret("mysql-password")}';\n");
        if (!Directory.Exists(data.MySql))
        {
            using var install = Process.Start(new ProcessStartInfo("mariadb-install-db",
                ["--no-defaults", $"--datadir={data.MySql}", "--auth-root-authentication-method=normal", "--skip-test-db", "--user=root"]) { RedirectStandardOutput = true })!;
            await install.StandardOutput.ReadToEndAsync();
            await install.WaitForExitAsync();
        }

        var server = builder.AddExecutable("mysql", "mariadbd", data.FullPath,
                "--no-defaults", "--silent-startup", $"--datadir={data.MySql}", $"--port={ports["MySql"]}", "--bind-address=127.0.0.1", "--user=root",
                $"--socket={Path.Combine(data.MySql, "mysql.sock")}", $"--init-file={initFile}")
            .WithEndpoint(port: ports["MySql"], scheme: "tcp", name: "tcp", isProxied: false);
        migration.WaitFor(server);
        return builder.AddConnectionString("sakila", ReferenceExpression.Create(
            $"Server=127.0.0.1;Port={server.GetEndpoint("tcp").Property(EndpointProperty.Port)};User ID=root;Password={password};Database=sakila"));
    }
}
