using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SakilaPortal.Pipeline.Tests.Support;

/// <summary>Stands between the pipeline and LocalAws, and calls when a chosen write has been done there but its answer has not come back.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private static readonly string[] Writes = ["AWSGlue.UpdateTable", "AWSGlue.CreateTable", "AmazonAthena.StartQueryExecution"];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Uri _target;
    private int _left = int.MaxValue;
    private TaskCompletionSource<string> _cut = new();

    public CuttingProxy(Uri target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Ends, with the request's first line, when the answer to the n-th write is at hand; from then on nothing passes.</summary>
    public Task<string> CutAtAsync(int write)
    {
        _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, write);
        return _cut.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_ended.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
            try
            {
                await server.ConnectAsync(_target.Host, _target.Port, _ended.Token);
                string? write = null;
                var up = CopyAsync(client, server, head => write = NameOf(head) ?? write);
                var down = CopyAsync(server, client, _ =>
                {
                    if (write is null)
                        return;
                    var name = write;
                    write = null;
                    if (Interlocked.Decrement(ref _left) == 0)
                        _cut.TrySetResult(name);
                });
                await Task.WhenAny(up, down);
            }
            catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
            }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, Action<string> look)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _ended.Token) is > 0 and var read)
            {
                look(Encoding.Latin1.GetString(buffer, 0, Math.Min(read, 4096)));
                if (_cut.Task.IsCompleted)
                    return;
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _ended.Token);
            }
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    /// <summary>A client's first bytes of a request are its head.</summary>
    private static string? NameOf(string head) =>
        head.StartsWith("PUT /", StringComparison.Ordinal) ? head[..head.IndexOf('\r')]
        : head.StartsWith("POST /", StringComparison.Ordinal) ? Array.Find(Writes, write => head.Contains(write, StringComparison.Ordinal))
        : null;
}
