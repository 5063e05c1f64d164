namespace SakilaPortal.Pipeline.Lake;

/// <summary>A folder for the files of one piece of work, gone with it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sakila-pipeline-");
    private int _files;

    public string Root => _folder.FullName;

    /// <summary>A new path below the folder; nothing is there yet.</summary>
    public string NewFile(string extension) => Path.Combine(Root, $"{++_files:D6}.{extension}");

    public void Dispose() => _folder.Delete(recursive: true);
}
