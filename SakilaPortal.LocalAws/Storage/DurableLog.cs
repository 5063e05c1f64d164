using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>
/// A file that is only appended to. What is appended is on disk before the call returns; calls that wait
/// together share one flush. Each entry carries its length and CRC-32C, so that a torn end is recognised.
/// </summary>
internal sealed class DurableLog : IDisposable
{
    private const int Header = 8;
    private readonly Lock gate = new();
    private readonly SafeFileHandle file;
    private readonly string path;
    private Batch pending = new();
    private Task writer = Task.CompletedTask;
    private bool writing;
    private string? refusal;
    private long length;

    private DurableLog(string path, SafeFileHandle file, long length) => (this.path, this.file, this.length) = (path, file, length);

    /// <summary>In bytes, of what is on disk.</summary>
    public long Length => Volatile.Read(ref length);

    /// <summary>Opens or creates a log, after handing each whole entry to <paramref name="replay"/> and cutting off a torn end.</summary>
    public static DurableLog Open(string path, Action<ReadOnlySpan<byte>> replay)
    {
        var isNew = !File.Exists(path);
        var end = isNew ? 0 : Read(path, replay);
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        RandomAccess.SetLength(file, end);
        if (isNew) DurableFile.FlushDirectory(Path.GetDirectoryName(path)!);
        return new DurableLog(path, file, end);
    }

    /// <summary>Hands out the whole entries of a log in order, and answers where they end.</summary>
    public static long Read(string path, Action<ReadOnlySpan<byte>> entry)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        Span<byte> header = stackalloc byte[Header];
        var buffer = Array.Empty<byte>();
        for (var end = 0L; ; end = stream.Position)
        {
            if (stream.ReadAtLeast(header, Header, throwOnEndOfStream: false) < Header) return end;
            var size = BinaryPrimitives.ReadInt32LittleEndian(header);
            // Nothing of ours is empty; zeros are what a file system may leave behind a torn end.
            if (size <= 0 || size > stream.Length - stream.Position) return end;
            if (buffer.Length < size) buffer = new byte[Math.Max(size, 2 * buffer.Length)];
            var payload = buffer.AsSpan(0, size);
            stream.ReadExactly(payload);
            if (Crc.Castagnoli(payload) != BinaryPrimitives.ReadUInt32LittleEndian(header[4..])) return end;
            entry(payload);
        }
    }

    /// <summary>Appends one entry and returns when it is on disk.</summary>
    /// <param name="applied">Called once it is on disk; for all entries in their order, one at a time.</param>
    /// <exception cref="IOException">It could not be written; nothing of it is kept.</exception>
    public Task AppendAsync(ReadOnlySpan<byte> payload, Action? applied = null)
    {
        lock (gate)
        {
            if (refusal is not null) throw new IOException($"The log {path} {refusal}.");
            pending.Add(payload, applied);
            var done = pending.Done.Task;
            if (!writing)
            {
                writing = true;
                writer = Task.Run(WriteBatches);
            }
            return done;
        }
    }

    private void WriteBatches()
    {
        while (Take() is { } batch)
        {
            try
            {
                RandomAccess.Write(file, batch.Bytes.WrittenSpan, length);
                RandomAccess.FlushToDisk(file);
                Volatile.Write(ref length, length + batch.Bytes.WrittenCount);
            }
            catch (IOException exception)
            {
                CutTornEnd();
                batch.Done.SetException(exception);
                continue;
            }
            batch.Apply();
        }
    }

    private Batch? Take()
    {
        lock (gate)
        {
            if (pending.Bytes.WrittenCount == 0)
            {
                writing = false;
                return null;
            }
            var taken = pending;
            pending = new Batch();
            return taken;
        }
    }

    private void CutTornEnd()
    {
        try
        {
            RandomAccess.SetLength(file, length);
        }
        catch (IOException)
        {
            lock (gate) refusal = "could not be written and cannot be repaired: free disk space and restart";
        }
    }

    /// <summary>Waits for what is being written and closes the file.</summary>
    public void Dispose()
    {
        lock (gate) refusal = "is closed";
        writer.Wait();
        file.Dispose();
    }

    private sealed class Batch
    {
        private readonly List<Action> applied = [];
        public ArrayBufferWriter<byte> Bytes { get; } = new();
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Add(ReadOnlySpan<byte> payload, Action? then)
        {
            var header = Bytes.GetSpan(Header);
            BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Crc.Castagnoli(payload));
            Bytes.Advance(Header);
            Bytes.Write(payload);
            if (then is not null) applied.Add(then);
        }

        public void Apply()
        {
            try
            {
                applied.ForEach(then => then());
                Done.SetResult();
            }
            catch (Exception exception)
            {
                Done.SetException(exception);
            }
        }
    }
}
