using System.Diagnostics;

namespace SakilaPortal.AppHost.Tests.Composition;

internal static class Eventually
{
    public static Task TrueAsync(Func<bool> condition, TimeSpan patience, Func<string> otherwise) =>
        TrueAsync(() => Task.FromResult(condition()), patience, otherwise);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan patience, Func<string> otherwise)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < patience, $"After {patience.TotalSeconds} s: {otherwise()}");
            await Task.Delay(50);
        }
    }
}
