using System.Text.Json;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Firehose;

/// <summary>
/// One delivery stream: accepts records into its open segment, closes it when size or interval is reached, and delivers closed
/// segments in their order. Records are on disk before they are accepted, and leave it only when they have become an object.
/// </summary>
internal sealed partial class DeliveryStream : IDisposable
{
    private const string AboutName = "stream.json";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Queue<Segment> closed = new();
    private readonly Task pump;
    private readonly string folder;
    private readonly StreamContext context;
    private readonly ILogger log;
    private Segment open;
    private long lastNumber;

    private DeliveryStream(string folder, StreamDescription description, StreamContext context)
    {
        (this.folder, this.context, log, Description) = (folder, context, context.Log, description);
        foreach (var path in Directory.EnumerateFiles(folder, "*.log").Order(StringComparer.Ordinal))
        {
            closed.Enqueue(Segment.Open(path));
            lastNumber = Segment.Number(path);
        }
        open = Segment.Create(folder, ++lastNumber);
        pump = Task.Run(PumpAsync);
    }

    public StreamDescription Description { get; private set; }

    public static DeliveryStream Create(string folder, StreamDescription description, StreamContext context)
    {
        Directory.CreateDirectory(folder);
        DurableFile.WriteJson(Path.Combine(folder, AboutName), description, WireJson.Options);
        DurableFile.FlushDirectory(Path.GetDirectoryName(folder)!);
        return new DeliveryStream(folder, description, context);
    }

    /// <returns>Null when the folder was being made or removed when the process ended.</returns>
    public static DeliveryStream? Reopen(string folder, StreamContext context)
    {
        var about = Path.Combine(folder, AboutName);
        return File.Exists(about) ? new DeliveryStream(folder, JsonSerializer.Deserialize<StreamDescription>(File.ReadAllBytes(about), WireJson.Options)!, context) : null;
    }

    /// <summary>Accepts records that came together; all of them or, with an error, none.</summary>
    /// <exception cref="IOException">They could not be made durable.</exception>
    public Task AcceptAsync(IReadOnlyList<byte[]> records)
    {
        lock (gate)
        {
            var accepted = open.AppendAsync(context.Clock.GetUtcNow(), records);
            if (open.Bytes >= (long)Description.Destination.BufferingHints!.SizeInMBs << 20) TryClose();
            return accepted;
        }
    }

    public void Update(StreamDescription description)
    {
        lock (gate)
        {
            DurableFile.WriteJson(Path.Combine(folder, AboutName), description, WireJson.Options);
            Description = description;
        }
    }

    /// <summary>Delivers what there is, as far as that can be done now, and removes the stream.</summary>
    public async Task DeleteAsync(bool withDelivery)
    {
        Dispose();
        if (withDelivery)
        {
            closed.Enqueue(open);
            await DeliverClosedAsync();
        }
        File.Delete(Path.Combine(folder, AboutName));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Stops delivering; what was accepted is delivered after the next start.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        pump.Wait();
        foreach (var segment in closed.Append(open)) segment.Dispose();
    }

    private void TryClose()
    {
        try
        {
            var next = Segment.Create(folder, ++lastNumber);
            closed.Enqueue(open);
            open = next;
        }
        catch (IOException exception)
        {
            // The open segment stays open and takes more; it is closed when the disk can be written again.
            LogFailure(exception, Description.Name);
        }
    }

    private async Task PumpAsync()
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            CloseWhenDue();
            failures = await DeliverClosedAsync() ? 0 : failures + 1;
            var pause = failures == 0 ? Tick : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, failures));
            await Task.Delay(pause, context.Clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void CloseWhenDue()
    {
        lock (gate)
        {
            var hint = Math.Min(Description.Destination.BufferingHints!.IntervalInSeconds, context.LongestInterval ?? int.MaxValue);
            var interval = hint == 0 ? ShortestInterval : TimeSpan.FromSeconds(hint);
            if (open.FirstArrival + interval <= context.Clock.GetUtcNow()) TryClose();
        }
    }

    /// <returns>False when something could not be delivered.</returns>
    private async Task<bool> DeliverClosedAsync()
    {
        while (Next() is { } segment)
        {
            try
            {
                segment.Dispose();
                if (!segment.IsEmpty && !await context.Delivery.DeliverAsync(Description, segment))
                {
                    LogNoBucket(Description.Name, Description.Destination.Bucket());
                    return false;
                }
                File.Delete(segment.Path);
                lock (gate) closed.Dequeue();
            }
            catch (IOException exception)
            {
                LogFailure(exception, Description.Name);
                return false;
            }
        }
        return true;
    }

    private Segment? Next()
    {
        lock (gate) return closed.TryPeek(out var next) ? next : null;
    }

    [LoggerMessage(LogLevel.Warning, "Delivery stream {Name} keeps its records: the bucket {Bucket} does not exist. Create it; delivery is tried again.")]
    private partial void LogNoBucket(string name, string bucket);

    [LoggerMessage(LogLevel.Error, "Delivery stream {Name} could not deliver and tries again")]
    private partial void LogFailure(Exception exception, string name);
}

/// <summary>What all streams share.</summary>
/// <param name="LongestInterval">In seconds; streams deliver at least this often.</param>
internal sealed record StreamContext(Delivery Delivery, TimeProvider Clock, int? LongestInterval, ILogger Log);
