using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Shell;

internal sealed record PaletteGroup(string Heading, IReadOnlyList<Place> Places);

/// <summary>
/// Asks all sources at once for what was typed, and gives up what was asked for an earlier key. A source's earlier answer stands until its next one
/// comes, and a new group comes below those that stand already, so that nothing jumps under a person's eyes.
/// </summary>
internal sealed class PaletteSearch(IReadOnlyList<PaletteSource> sources, TimeProvider time, Func<Task> changed) : IDisposable
{
    private const int FewestLetters = 2, MostOfAKind = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly List<PaletteGroup> groups = [];
    private readonly SortedSet<string> unreachable = [];
    private CancellationTokenSource asking = new();
    private string? asked;

    public IReadOnlyList<PaletteGroup> Groups => groups;

    /// <summary>Ends when the last text's answers are there.</summary>
    public Task Finished { get; private set; } = Task.CompletedTask;

    public bool Pending => !Finished.IsCompleted;

    /// <summary>What could not be looked up, by its headings.</summary>
    public string Unreachable => string.Join(", ", unreachable);

    public Task FindAsync(string text)
    {
        if (text == asked)
            return Finished;
        Dispose();
        (asking, asked) = (new(), text);
        unreachable.Clear();
        if (text.Length >= FewestLetters)
            return Finished = FindAsync(text, asking.Token);
        groups.Clear();
        return Finished = Task.CompletedTask;
    }

    private async Task FindAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Pause, time, cancellationToken);
            await Task.WhenAll(sources.Select(source => FindAsync(source, text, cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A later key asks anew.
        }
    }

    private async Task FindAsync(PaletteSource source, string text, CancellationToken cancellationToken)
    {
        IReadOnlyList<Place> places = [];
        try
        {
            places = [.. (await source.FindAsync(text, cancellationToken)).Take(MostOfAKind)];
        }
        catch (ApiException)
        {
            unreachable.Add(source.Heading);
        }
        cancellationToken.ThrowIfCancellationRequested();
        var group = new PaletteGroup(source.Heading, places);
        var at = groups.FindIndex(one => one.Heading == source.Heading);
        if (at < 0)
            groups.Add(group);
        else
            groups[at] = group;
        await changed();
    }

    public void Dispose()
    {
        asking.Cancel();
        asking.Dispose();
    }
}
