using System.Collections.Concurrent;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Firehose;

/// <summary>The delivery streams of the account, one folder each.</summary>
internal sealed class DeliveryStreams : IResettable, IDisposable
{
    private readonly ConcurrentDictionary<string, DeliveryStream> streams = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly StreamContext context;
    private readonly string root;

    public DeliveryStreams(LocalAwsOptions options, ObjectStore store, TimeProvider clock, ILogger<DeliveryStreams> log)
    {
        context = new StreamContext(new Delivery(store), clock, options.FirehoseMaxInterval, log);
        Directory.CreateDirectory(root = options.Folder("firehose"));
        foreach (var folder in Directory.EnumerateDirectories(root))
            if (DeliveryStream.Reopen(folder, context) is { } stream) streams[stream.Description.Name] = stream;
            else Directory.Delete(folder, recursive: true);
    }

    public IEnumerable<string> Names => streams.Keys.Order(StringComparer.Ordinal);

    public DeliveryStream Get(string name) => streams.GetValueOrDefault(name)
        ?? throw new AwsException("ResourceNotFoundException", $"Firehose {name} not found under this account.");

    public void Create(string name, Destination destination, bool isExtended)
    {
        lock (gate)
        {
            if (streams.ContainsKey(name)) throw new AwsException("ResourceInUseException", $"Firehose {name} already exists.");
            var description = new StreamDescription(name, 1, context.Clock.GetUtcNow(), null, DestinationRules.Check(destination), isExtended);
            streams[name] = DeliveryStream.Create(Path.Combine(root, name), description, context);
        }
    }

    public void Update(string name, string version, Destination update)
    {
        lock (gate)
        {
            var stream = Get(name);
            var present = stream.Description;
            if (version != present.Version.ToString())
                throw new AwsException("ConcurrentModificationException", $"Firehose {name} is at version {present.Version}, not {version}: describe it again and repeat the update.");
            stream.Update(present with
            {
                Version = present.Version + 1, Updated = context.Clock.GetUtcNow(), Destination = DestinationRules.Check(present.Destination.With(update)),
            });
        }
    }

    public Task DeleteAsync(string name)
    {
        var stream = Get(name);
        return streams.TryRemove(KeyValuePair.Create(name, stream)) ? stream.DeleteAsync(withDelivery: true) : Task.CompletedTask;
    }

    public void Reset()
    {
        lock (gate)
            foreach (var name in Names.ToList())
                if (streams.TryRemove(name, out var stream)) stream.DeleteAsync(withDelivery: false).Wait();
    }

    public void Dispose()
    {
        foreach (var stream in streams.Values) stream.Dispose();
    }
}
