namespace SakilaPortal.Api.Partners.Templating;

/// <summary>
/// All chance and time that a record is made of. The same seed and record number give the same record (apart from the clock),
/// so that a single record can be made again without those before it.
/// </summary>
/// <param name="simulatedTime">When a record is, by its number; now, unless given.</param>
/// <param name="madeAt">What now was for a record, by its number, where it is not this moment.</param>
internal sealed class Dice(long seed, TimeProvider clock, Func<long, DateTimeOffset>? simulatedTime = null, Func<long, DateTimeOffset>? madeAt = null)
{
    private ulong state;
    private DateTimeOffset now;
    private DateTimeOffset simulatedNow;

    public DateTimeOffset Now => Read(now);

    /// <summary>The time that the simulation is at.</summary>
    public DateTimeOffset SimulatedNow => Read(simulatedNow);

    /// <summary>Whether the record has asked for the time.</summary>
    public bool HasReadClock { get; private set; }

    /// <param name="late">How far both clocks are put back for this record.</param>
    public void StartRecord(long number, TimeSpan late = default)
    {
        state = Mix(Mix((ulong)seed) + (ulong)number);
        now = (madeAt is null ? clock.GetLocalNow() : madeAt(number)) - late;
        simulatedNow = simulatedTime is null ? now : simulatedTime(number) - late;
        HasReadClock = false;
    }

    /// <summary>A whole number, both ends included.</summary>
    public long Integer(long least, long most)
    {
        var range = (ulong)(most - least) + 1;
        return range == 0 ? (long)Next() : least + (long)Math.BigMul(Next(), range, out _);
    }

    /// <summary>From 0 up to, but not including, 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Coin() => (Next() >> 63) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[(int)Integer(0, choices.Count - 1)];

    public string Characters(string alphabet, int count) =>
        string.Create(count, (this, alphabet), static (text, from) =>
        {
            foreach (ref var character in text)
                character = from.alphabet[(int)from.Item1.Integer(0, from.alphabet.Length - 1)];
        });

    private DateTimeOffset Read(DateTimeOffset time)
    {
        HasReadClock = true;
        return time;
    }

    // SplitMix64: a counter that steps by the golden ratio, mixed. https://prng.di.unimi.it/splitmix64.c
    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
