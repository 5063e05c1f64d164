using System.Diagnostics;

namespace SakilaPortal.Api.Tests;

internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task IsAsync(Func<Task<bool>> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); !await condition(); await Task.Delay(25))
            Assert.True(waited.Elapsed < Patience, $"Waited {Patience.TotalSeconds} s in vain until {what}.");
    }
}
