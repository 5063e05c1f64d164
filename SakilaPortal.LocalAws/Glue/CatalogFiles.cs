using System.Text.Json;
using System.Text.Json.Serialization;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Glue;

/// <summary>
/// The catalogue on disk, one folder a database and in it one a table. Every file is replaced as a whole, and a database or
/// table is there when its own file is.
/// </summary>
internal sealed class CatalogFiles
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly string root;

    public CatalogFiles(string root) => Directory.CreateDirectory(this.root = Path.GetFullPath(root));

    public void Write(Database database) => WriteJson(Folder(database.Name), "_database.json", database);
    public void Write(Table table) => WriteJson(Folder(table.DatabaseName, table.Name), "table.json", table);
    public void Archive(Table table) => WriteJson(VersionsFolder(table.DatabaseName, table.Name), $"{table.VersionId}.json", table);

    public void Write(Table table, IEnumerable<Partition> partitions) =>
        WriteJson(Folder(table.DatabaseName, table.Name), "partitions.json", partitions);

    public IEnumerable<Database> ReadDatabases() => Directory.EnumerateDirectories(root).Select(folder => Read<Database>(folder, "_database.json")).OfType<Database>();

    public IEnumerable<(Table Table, List<Partition> Partitions)> ReadTables(string database) =>
        from folder in Directory.EnumerateDirectories(Folder(database))
        let table = Read<Table>(folder, "table.json")
        where table is not null
        select (table, Read<List<Partition>>(folder, "partitions.json") ?? []);

    /// <summary>The earlier versions of a table, the latest first.</summary>
    public IEnumerable<Table> ReadVersions(string database, string table)
    {
        var folder = VersionsFolder(database, table);
        if (!Directory.Exists(folder)) return [];
        var versions = Directory.EnumerateFiles(folder, "*.json").Select(file => long.Parse(Path.GetFileNameWithoutExtension(file)));
        return versions.OrderDescending().Select(version => Read<Table>(folder, $"{version}.json")).OfType<Table>();
    }

    public void Delete(string database) => Remove(Folder(database), "_database.json");
    public void Delete(string database, string table) => Remove(Folder(database, table), "table.json");

    public void Clear()
    {
        foreach (var folder in Directory.EnumerateDirectories(root)) Directory.Delete(folder, recursive: true);
    }

    private static void Remove(string folder, string marker)
    {
        File.Delete(Path.Combine(folder, marker));
        DurableFile.FlushDirectory(folder);
        Directory.Delete(folder, recursive: true);
    }

    private static T? Read<T>(string folder, string name) where T : class
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) : null;
    }

    private static void WriteJson<T>(string folder, string name, T value)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            DurableFile.FlushDirectory(Path.GetDirectoryName(folder)!);
        }
        DurableFile.WriteJson(Path.Combine(folder, name), value, Json);
    }

    private string Folder(string database) => Path.Combine(root, FileName(database));
    private string Folder(string database, string table) => Path.Combine(Folder(database), FileName(table));
    private string VersionsFolder(string database, string table) => Path.Combine(Folder(database, table), "versions");

    private static string FileName(string name)
    {
        var safe = Uri.EscapeDataString(name).Replace(".", "%2E", StringComparison.Ordinal);
        return safe.Length is > 0 and <= 240 ? safe : throw new AwsException("InvalidInputException", $"The name '{name}' is empty or too long.");
    }
}
