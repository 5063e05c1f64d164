namespace SakilaPortal.TestSupport;

/// <summary>A turn that one process on the machine has at a time, so that heavy test projects, which a solution's run starts side by side, follow each other.</summary>
public static class MachineTurn
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(14);

    /// <summary>Waits for the turn; disposing the stream gives it back, as does the end of the process.</summary>
    /// <exception cref="TimeoutException">Another process held it all the time.</exception>
    public static async Task<FileStream> TakeAsync(string name = "heavy-tests")
    {
        var path = Path.Combine(Path.GetTempPath(), $"sakila-portal-{name}.lock");
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
            catch (IOException inUse)
            {
                throw new TimeoutException($"Another process has held {path} for {Patience.TotalMinutes} minutes. Is a test run stuck?", inUse);
            }
        }
    }
}
