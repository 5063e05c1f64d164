namespace SakilaPortal.AppHost.Data;

/// <summary>Where everything is kept, held by one AppHost at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string Version = "1";
    private readonly FileStream hold;

    private DataFolder(string path, FileStream hold)
    {
        FullPath = path;
        this.hold = hold;
    }

    public string FullPath { get; }
    public string MySql => Path.Combine(FullPath, "mysql");
    public string Aws => Path.Combine(FullPath, "aws");
    public string Keys => Path.Combine(FullPath, "keys");

    /// <exception cref="StartException">The folder is another program's, another version's, in use, or not writable.</exception>
    public static DataFolder Open(string path, bool reset)
    {
        try
        {
            Directory.CreateDirectory(path);
            RefuseForeign(path);
            var hold = Hold(path);
            if (reset)
                Empty(path);
            var folder = new DataFolder(path, hold);
            Directory.CreateDirectory(folder.Aws);
            OwnersOnly.CreateFolder(folder.Keys);
            File.WriteAllText(Path.Combine(path, "version"), $"{Version}\n");
            return folder;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new StartException($"The data folder {path} cannot be written ({failure.Message}); make it writable or choose another with --data DIR.");
        }
    }

    /// <summary>Reads a secret from <c>keys/</c>, and makes one up the first time.</summary>
    public string Secret(string name)
    {
        var file = Path.Combine(Keys, name);
        if (!File.Exists(file))
            OwnersOnly.Write(file, $"{Password.Create()}\n");
        return File.ReadAllText(file).Trim();
    }

    public void Dispose() => hold.Dispose();

    private static void RefuseForeign(string path)
    {
        var version = Path.Combine(path, "version");
        if (!File.Exists(version))
        {
            if (Directory.EnumerateFileSystemEntries(path).Any(entry => Path.GetFileName(entry) != "lock"))
                throw new StartException($"{path} is not empty and is no data folder of the portal (it has no file 'version'); choose another with --data DIR.");
        }
        else if (File.ReadAllText(version).Trim() is var found && found != Version)
        {
            throw new StartException($"{path} was written by another version of the portal (it says '{found}', this one reads '{Version}'); choose another with --data DIR.");
        }
    }

    // Released by the system however this process ends.
    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(Path.Combine(path, "lock")))
        {
            throw new StartException($"The data folder {path} is in use by another portal; stop that one or choose another folder with --data DIR.");
        }
    }

    private static void Empty(string path)
    {
        foreach (var folder in Directory.EnumerateDirectories(path))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(path).Where(file => Path.GetFileName(file) is not ("lock" or "version")))
            File.Delete(file);
    }
}
