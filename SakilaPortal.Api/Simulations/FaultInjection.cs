using System.Text.Json;
using SakilaPortal.Api.Partners.Delivery;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>
/// Makes things go wrong on purpose, on this side of Firehose, and counts what it did. What concerns a record is drawn from seed and
/// number, so that a repeated run has the same faults; what concerns a call is drawn anew each time.
/// </summary>
internal sealed class FaultInjection(Faults faults, Injected before, string simulationId, long seed)
{
    private const int LatestHours = 72;

    // What is written in the place of good fields; the last is cut off instead.
    private static readonly Dictionary<string, string?>[] Spoilt =
    [
        new() { ["state"] = "Atlantis" },
        new() { ["film_id"] = "unknown" },
        new() { ["timestamp"] = "yesterday", ["eventType"] = null },
        [],
    ];

    private enum Choice { Late = 1, Hours, Duplicate, Malformed }

    private long throttled = before.Throttled;
    private long withheld = before.Withheld;
    private long duplicates = before.Duplicates;
    private long late = before.Late;
    private long malformed = before.Malformed;

    public Injected Counts => new(
        Interlocked.Read(ref throttled), Interlocked.Read(ref withheld), Interlocked.Read(ref duplicates), Interlocked.Read(ref late), Interlocked.Read(ref malformed));

    /// <summary>What goes wrong between here and Firehose.</summary>
    public Disturbance Disturbance => new(() => Draw(faults.Throttling, ref throttled), () => Draw(faults.PartialFailures, ref withheld));

    /// <summary>How long ago the record shall be.</summary>
    public TimeSpan Lateness(long number) => Chance(number, Choice.Late) < faults.Late ? TimeSpan.FromHours(1 + Chance(number, Choice.Hours) * (LatestHours - 1)) : default;

    public void CountLate() => Interlocked.Increment(ref late);

    /// <summary>What is sent beside the accepted records: some of them again, and some that are no events.</summary>
    /// <param name="accepted">Each with its number.</param>
    public IReadOnlyList<Extra> ExtrasFor(IEnumerable<(long Number, ReadOnlyMemory<byte> Record)> accepted)
    {
        var extras = new List<Extra>();
        foreach (var (number, record) in accepted)
        {
            if (Chance(number, Choice.Duplicate) < faults.Duplicates)
                extras.Add(new(record, IsDuplicate: true));
            if (Chance(number, Choice.Malformed) < faults.Malformed)
                extras.Add(new(Spoil(number, record), IsDuplicate: false));
        }
        return extras;
    }

    public void CountSent(IEnumerable<Extra> sent)
    {
        foreach (var extra in sent)
            Interlocked.Increment(ref extra.IsDuplicate ? ref duplicates : ref malformed);
    }

    // Under an id of its own, so that it is never taken for the event that it was made of.
    private byte[] Spoil(long number, ReadOnlyMemory<byte> record)
    {
        using var good = JsonDocument.Parse(record);
        var line = EventText.Line(good.RootElement, $"{simulationId}-malformed-{number}", Spoilt[number % Spoilt.Length]);
        return Spoilt[number % Spoilt.Length].Count > 0 ? line : line[..(line.Length * 2 / 3)];
    }

    private double Chance(long number, Choice choice)
    {
        var dice = new Dice(seed ^ ((long)choice << 56), TimeProvider.System);
        dice.StartRecord(number);
        return dice.Fraction();
    }

    private static bool Draw(double share, ref long count)
    {
        var hit = share > 0 && Random.Shared.NextDouble() < share;
        if (hit)
            Interlocked.Increment(ref count);
        return hit;
    }
}

/// <summary>A record that is sent beside the simulation's own.</summary>
internal readonly record struct Extra(ReadOnlyMemory<byte> Record, bool IsDuplicate);
