namespace MudBlazor;

public interface ISnackbar : IDisposable
{
    IEnumerable<Snackbar> ShownSnackbars { get; }

    Snackbar? Add(string message, Severity severity = Severity.Normal, Action<SnackbarOptions>? configure = null, string? key = null);

    void Clear();

    void Remove(Snackbar snackbar);

    void RemoveByKey(string key);
}

public class SnackbarOptions
{
    public string? Action { get; set; }

    public Func<Snackbar, Task>? OnClick { get; set; }

    public bool RequireInteraction { get; set; }

    public Severity Severity { get; internal set; }

    /// <summary>Milliseconds.</summary>
    public int VisibleStateDuration { get; set; } = 5000;
}

public class Snackbar
{
    internal Snackbar(string message, string? key, SnackbarOptions options) => (Message, Key, Options) = (message, key, options);

    public string? Message { get; }

    public Severity Severity => Options.Severity;

    internal string? Key { get; }

    internal SnackbarOptions Options { get; }
}

internal sealed class SnackbarService : ISnackbar
{
    private const int MaxDisplayed = 5;
    private readonly List<Snackbar> shown = [];

    public event Action? Changed;

    public IEnumerable<Snackbar> ShownSnackbars
    {
        get
        {
            lock (shown)
                return [.. shown.TakeLast(MaxDisplayed)];
        }
    }

    public Snackbar? Add(string message, Severity severity, Action<SnackbarOptions>? configure, string? key)
    {
        var options = new SnackbarOptions { Severity = severity };
        configure?.Invoke(options);
        var snackbar = new Snackbar(message, key, options);
        return Change(all => all.Add(snackbar)) ? snackbar : null;
    }

    public void Clear() => Change(all => all.Clear());

    public void Remove(Snackbar snackbar) => Change(all => all.Remove(snackbar));

    public void RemoveByKey(string key) => Change(all => all.RemoveAll(one => one.Key == key));

    public void Dispose() => Changed = null;

    private bool Change(Action<List<Snackbar>> change)
    {
        lock (shown)
            change(shown);
        Changed?.Invoke();
        return true;
    }
}
