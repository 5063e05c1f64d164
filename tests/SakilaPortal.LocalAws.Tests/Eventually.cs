using System.Diagnostics;

namespace SakilaPortal.LocalAws.Tests;

/// <summary>Waits for a condition, not for a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<T> IsAsync<T>(Func<Task<T>> read, Func<T, bool> condition, string expectation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var value = await read();
            if (condition(value)) return value;
            Assert.True(waited.Elapsed < Patience, $"Within {Patience} this did not come: {expectation}. At last it was: {value}");
            await Task.Delay(20);
        }
    }
}
