namespace SakilaPortal.Api.Accounts;

/// <summary>
/// Slows down the guessing of passwords: so many attempts a minute for one user from one address, of which a success wipes the slate.
/// The portal's own server signs its people in from one address, so the address alone would stop everyone.
/// </summary>
internal sealed class LoginThrottle(TimeProvider clock)
{
    private const int Attempts = 10;
    private const int Remembered = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string User, string Address), (int Count, DateTimeOffset Ends)> windows = [];
    private readonly Lock gate = new();

    /// <summary>Counts an attempt; answers how long to wait when there were too many.</summary>
    public TimeSpan? Enter(string user, string address)
    {
        var (key, now) = (Key(user, address), clock.GetUtcNow());
        lock (gate)
        {
            if (windows.Count >= Remembered)
                foreach (var (old, _) in windows.Where(window => window.Value.Ends <= now).ToList())
                    windows.Remove(old);
            var (count, ends) = windows.TryGetValue(key, out var window) && window.Ends > now ? window : (0, now + Window);
            if (count >= Attempts)
                return ends - now;
            windows[key] = (count + 1, ends);
            return null;
        }
    }

    public void Forget(string user, string address)
    {
        lock (gate)
            windows.Remove(Key(user, address));
    }

    private static (string, string) Key(string user, string address) => (user.Trim().ToUpperInvariant(), address);
}
