using System.Buffers.Binary;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Firehose;

/// <summary>
/// The accepted records of one future object, in a log of their own. Its name carries the object's UUID, so that an object
/// that was delivered just before a crash is delivered again under the same key, and not twice.
/// </summary>
internal sealed class Segment : IDisposable
{
    private readonly DurableLog log;

    private Segment(string path, DurableLog log, DateTimeOffset? firstArrival, long bytes) =>
        (Path, this.log, FirstArrival, Bytes) = (path, log, firstArrival, bytes);

    public string Path { get; }
    public DateTimeOffset? FirstArrival { get; private set; }

    public bool IsEmpty => FirstArrival is null;

    /// <summary>Of the records' data.</summary>
    public long Bytes { get; private set; }

    public string ObjectId => System.IO.Path.GetFileNameWithoutExtension(Path).Split('_')[1];

    public static Segment Create(string folder, long number) => Open(System.IO.Path.Combine(folder, $"{number:D12}_{Guid.NewGuid()}.log"));

    public static Segment Open(string path)
    {
        var (first, bytes) = ((DateTimeOffset?)null, 0L);
        var log = DurableLog.Open(path, entry =>
        {
            first ??= Arrival(entry);
            ForEachRecord(entry, record => bytes += record.Length);
        });
        return new Segment(path, log, first, bytes);
    }

    public static long Number(string path) => long.Parse(System.IO.Path.GetFileName(path).Split('_')[0]);

    /// <summary>Appends records that came together. They are on disk when the task ends, and not before.</summary>
    public Task AppendAsync(DateTimeOffset arrival, IReadOnlyList<byte[]> records)
    {
        var size = records.Sum(record => record.Length);
        var entry = new byte[8 + 4 * records.Count + size];
        BinaryPrimitives.WriteInt64LittleEndian(entry, arrival.ToUnixTimeMilliseconds());
        var at = 8;
        foreach (var record in records)
        {
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(at), record.Length);
            record.CopyTo(entry.AsSpan(at + 4));
            at += 4 + record.Length;
        }
        FirstArrival ??= arrival;
        Bytes += size;
        return log.AppendAsync(entry);
    }

    /// <summary>Writes all records, each with the delimiter behind it.</summary>
    /// <returns>How many there were.</returns>
    public long WriteTo(Stream target, ReadOnlySpan<byte> delimiter)
    {
        var end = delimiter.ToArray();
        var count = 0L;
        DurableLog.Read(Path, entry => ForEachRecord(entry, record =>
        {
            target.Write(record);
            target.Write(end);
            count++;
        }));
        return count;
    }

    /// <summary>Waits for what is being written; nothing may be appended any more.</summary>
    public void Dispose() => log.Dispose();

    private static DateTimeOffset Arrival(ReadOnlySpan<byte> entry) => DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(entry));

    private static void ForEachRecord(ReadOnlySpan<byte> entry, Action<ReadOnlySpan<byte>> action)
    {
        for (var rest = entry[8..]; rest.Length > 0;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            action(rest.Slice(4, length));
            rest = rest[(4 + length)..];
        }
    }
}
