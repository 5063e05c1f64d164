using System.IO.Compression;
using MySqlConnector;
using SakilaPortal.Database.Sql;

namespace SakilaPortal.Database.Sakila;

/// <summary>
/// The dump that MySQL publishes (https://dev.mysql.com/doc/sakila/en/sakila-installation.html), in a folder or the zip that it comes in.
/// </summary>
internal sealed class OfficialDump : IDisposable
{
    private static readonly string[] Scripts = ["sakila-schema.sql", "sakila-data.sql"];
    private readonly string path;
    private readonly ZipArchive? archive;

    private OfficialDump(string path, ZipArchive? archive) => (this.path, this.archive) = (path, archive);

    /// <exception cref="DatabaseException">Nothing is there, it is no zip, or a script is missing in it.</exception>
    public static OfficialDump Open(string path)
    {
        var dump = new OfficialDump(path, Directory.Exists(path) ? null : OpenZip(path));
        foreach (var script in Scripts)
            dump.OpenScript(script).Dispose();
        return dump;
    }

    /// <summary>Runs both scripts. The dump makes its date triggers after the rows, so the rows keep their dates.</summary>
    public async Task LoadAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var script in Scripts)
        {
            using var reader = OpenScript(script);
            await SqlScript.RunAsync(reader, script, connection, cancellationToken);
        }
    }

    public void Dispose() => archive?.Dispose();

    private StreamReader OpenScript(string name)
    {
        if (archive is null && File.Exists(Path.Combine(path, name)))
            return new StreamReader(Path.Combine(path, name));
        if (archive?.Entries.FirstOrDefault(entry => entry.Name == name) is { } entry)
            return new StreamReader(entry.Open());
        throw new DatabaseException($"There is no {name} in {path}. Give the folder or the zip of the official dump, which holds {string.Join(" and ", Scripts)}.");
    }

    private static ZipArchive OpenZip(string path)
    {
        if (!File.Exists(path))
            throw new DatabaseException($"There is no folder or file {path}. Give the folder or the zip of the official dump with --sakila.");
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException e)
        {
            throw new DatabaseException($"{path} is not a zip file. Give the folder or the zip of the official dump with --sakila.", e);
        }
    }
}
