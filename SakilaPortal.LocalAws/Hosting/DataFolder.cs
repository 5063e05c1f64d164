namespace SakilaPortal.LocalAws.Hosting;

/// <summary>Holds the data folder while LocalAws runs: two processes on one folder would spoil it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream claim;

    public DataFolder(LocalAwsOptions options)
    {
        var path = options.Folder("lock");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            claim = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StartupException($"The data folder {options.Data} cannot be written: give --data a folder that can.", exception);
        }
        catch (IOException exception)
        {
            throw new StartupException(
                $"The data folder {options.Data} is in use by another LocalAws, or cannot be written ({exception.Message}): stop the other one, or give --data another folder.",
                exception);
        }
    }

    public void Dispose() => claim.Dispose();
}
