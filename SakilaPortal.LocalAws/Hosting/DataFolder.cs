namespace SakilaPortal.LocalAws.Hosting;

internal static class DataFolder
{
    /// <summary>Makes the folder ours until the answer is disposed of: two processes on one folder would spoil it.</summary>
    public static IDisposable Claim(LocalAwsOptions options)
    {
        var path = options.Folder("lock");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StartupException($"The data folder {options.Data} cannot be written: give --data a folder that can.", exception);
        }
        catch (IOException exception)
        {
            throw new StartupException($"The data folder {options.Data} is in use by another LocalAws, or cannot be written ({exception.Message}): stop the other one, or give --data another folder.", exception);
        }
    }
}
