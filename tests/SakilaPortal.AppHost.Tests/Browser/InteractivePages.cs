using System.Text;
using Microsoft.Playwright;

namespace SakilaPortal.AppHost.Tests.Browser;

internal static class InteractivePages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] Rendered = Encoding.ASCII.GetBytes("JS.RenderBatch");

    /// <summary>Opens a page and waits until its server has drawn on it: what is typed before that, nobody hears.</summary>
    public static async Task OpenAsync(this IPage page, string path)
    {
        var interactive = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (frame.Binary.AsSpan().IndexOf(Rendered) >= 0)
                interactive.TrySetResult();
        };
        await page.GotoAsync(path);
        await interactive.Task.WaitAsync(Patience);
    }
}
