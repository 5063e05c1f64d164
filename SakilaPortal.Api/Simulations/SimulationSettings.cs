using System.Text.Json;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>What a simulation is told beyond template, rate and end, as it is written down. A periodic rate has both ends of its span here.</summary>
internal sealed record SimulationSettings(Periodic? Periodic, Faults? Faults)
{
    public static readonly SimulationSettings None = new(null, null);

    public static SimulationSettings Read(string? json) => json is null ? None : JsonSerializer.Deserialize<SimulationSettings>(json, JsonSerializerOptions.Web)!;

    public string? Write() => this == None ? null : JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public Timeline? Timeline(long seed) => Periodic is { From: { } from, To: { } to } ? new(Periodic, Utc(from), Utc(to), seed) : null;

    public Schedule Schedule(double rate, long? stopAfterRecords, double? stopAfterSeconds, long settled, Timeline? timeline)
    {
        // A timeline at its own speed was cut to the seconds when it was planned.
        var total = Simulations.Schedule.TotalOf(rate, stopAfterRecords, Periodic?.Speed is null ? stopAfterSeconds : null);
        return new(rate, Math.Min(total, timeline?.Total ?? long.MaxValue), settled, timeline, Periodic?.Speed);
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
