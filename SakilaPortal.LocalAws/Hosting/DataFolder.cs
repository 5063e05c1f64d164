using Microsoft.Extensions.Diagnostics.HealthChecks;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Hosting;

/// <summary>
/// Holds the data folder while LocalAws runs, since two processes on one folder would spoil it, and says whether it can be written.
/// </summary>
internal sealed class DataFolder : IHealthCheck, IDisposable
{
    private const int Trial = 64 << 10;
    private readonly string folder;
    private readonly FileStream claim;

    public DataFolder(LocalAwsOptions options)
    {
        folder = Path.GetFullPath(options.Data);
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

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            lock (claim) DurableFile.Write(Path.Combine(folder, "trial"), new byte[Trial]);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy($"{folder} cannot be written: {exception.Message}"));
        }
    }

    public void Dispose() => claim.Dispose();
}
