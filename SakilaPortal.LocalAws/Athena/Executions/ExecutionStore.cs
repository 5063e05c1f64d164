using System.Collections.Concurrent;
using System.Text.Json;
using SakilaPortal.LocalAws.Athena.WorkGroups;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>
/// All query executions of the last 45 days (https://docs.aws.amazon.com/athena/latest/ug/querying-keeping-query-history.html), in memory
/// and in a journal that is shortened at start.
/// </summary>
internal sealed class ExecutionStore : IResettable, IDisposable
{
    private const int MostKept = 50_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(45);
    private readonly ConcurrentDictionary<string, ExecutionEntry> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string WorkGroup, string Token), string> tokens = new();
    private readonly ConcurrentDictionary<string, string> fingerprints = new(StringComparer.Ordinal);
    private readonly Lock claiming = new();
    private readonly TimeProvider clock;
    private readonly string path;
    private DurableLog journal;

    public ExecutionStore(string folder, TimeProvider clock)
    {
        this.clock = clock;
        Directory.CreateDirectory(folder);
        path = Path.Combine(folder, "executions");
        Dictionary<string, ExecutionEntry> read = new(StringComparer.Ordinal);
        if (File.Exists(path)) DurableLog.Read(path, bytes => Replay(bytes, read));
        journal = Rewrite(read.Values.OrderByDescending(entry => entry.Id, StringComparer.Ordinal).Take(MostKept)
            .Where(entry => entry.Execution.Status.SubmissionDateTime > clock.GetUtcNow() - Kept).Select(Ended).Reverse());
    }

    public ExecutionEntry? Find(string id) => entries.GetValueOrDefault(id);

    /// <summary>Shows a new execution, unless its token belongs to an earlier one, which is then the answer.</summary>
    public ExecutionEntry? Claim(ExecutionEntry entry)
    {
        lock (claiming)
        {
            if (entry.Token is { } token && tokens.TryGetValue((entry.Execution.WorkGroup, token), out var id) && Find(id) is { } same) return same;
            Index(entry);
            return null;
        }
    }

    /// <summary>The last execution with the same answer.</summary>
    public ExecutionEntry? FindByFingerprint(string fingerprint) => fingerprints.TryGetValue(fingerprint, out var id) ? Find(id) : null;

    /// <exception cref="AwsException">There is none of the id.</exception>
    public ExecutionEntry Get(string id) => Find(id) ?? throw new AwsException("InvalidRequestException", $"QueryExecution {id} was not found");

    /// <summary>The ids of a workgroup's executions, the newest first.</summary>
    public IEnumerable<string> Of(string workGroup) => entries.Values.Where(entry => entry.Execution.WorkGroup == workGroup)
        .Select(entry => entry.Id).OrderDescending(StringComparer.Ordinal);

    /// <summary>Shows a change that need not outlive the process.</summary>
    public void Show(ExecutionEntry entry) => entries[entry.Id] = entry;

    /// <summary>Keeps a change for good.</summary>
    public Task SaveAsync(ExecutionEntry entry) => journal.AppendAsync(JsonSerializer.SerializeToUtf8Bytes(entry, WireJson.Options), () => Index(entry));

    public void Reset()
    {
        journal.Dispose();
        entries.Clear();
        tokens.Clear();
        fingerprints.Clear();
        journal = Rewrite([]);
    }

    public void Dispose() => journal.Dispose();

    private void Index(ExecutionEntry entry)
    {
        entries[entry.Id] = entry;
        if (entry.Token is { } token) tokens[(entry.Execution.WorkGroup, token)] = entry.Id;
        if (entry.Fingerprint is { } fingerprint && entry.State == QueryState.Succeeded) fingerprints[fingerprint] = entry.Id;
    }

    private static void Replay(ReadOnlySpan<byte> bytes, Dictionary<string, ExecutionEntry> read)
    {
        var entry = JsonSerializer.Deserialize<ExecutionEntry>(bytes, WireJson.Options)!;
        read[entry.Id] = entry;
    }

    /// <summary>What was waiting or running when the process ended has failed.</summary>
    private ExecutionEntry Ended(ExecutionEntry entry)
    {
        if (QueryState.IsFinal(entry.State)) return entry;
        const string reason = "The query was interrupted by a restart of the service; run it again.";
        return entry with
        {
            Execution = entry.Execution with
            {
                Status = entry.Execution.Status with
                {
                    State = QueryState.Failed, StateChangeReason = reason, CompletionDateTime = clock.GetUtcNow(), AthenaError = new(1, 0, true, reason),
                },
            },
        };
    }

    private DurableLog Rewrite(IEnumerable<ExecutionEntry> kept)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var shorter = DurableLog.Open(draft, _ => { }))
        {
            List<Task> writes = [];
            foreach (var entry in kept)
            {
                writes.Add(shorter.AppendAsync(JsonSerializer.SerializeToUtf8Bytes(entry, WireJson.Options)));
                Index(entry);
            }

            Task.WaitAll(writes);
        }

        DurableFile.Publish(draft, path);
        return DurableLog.Open(path, _ => { });
    }
}
