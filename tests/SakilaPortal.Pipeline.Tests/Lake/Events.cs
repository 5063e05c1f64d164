using System.Text.Json.Nodes;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>Partner events as partners send them.</summary>
internal static class Events
{
    public static string Line(string? id, int filmId = 1, string state = "New York")
    {
        var line = new JsonObject
        {
            ["timestamp"] = "2026-07-04T10:11:12+01:00", ["eventType"] = "rent", ["film_id"] = filmId,
            ["distributor"] = "vudo", ["platform"] = "ios", ["state"] = state,
        };
        if (id is not null)
            line["event_id"] = id;
        return line.ToJsonString();
    }

    /// <summary>Ids as a simulation gives them, from 1.</summary>
    /// <param name="spread">Over some states.</param>
    public static IEnumerable<string> OfSimulation(string simulation, int count, bool spread = false) => Enumerable.Range(1, count)
        .Select(number => Line($"{simulation}-{number}", filmId: number % 1000 + 1, state: spread ? States[number % States.Length] : States[0]));

    private static readonly string[] States = ["New York", "Ohio", "Texas", "Utah", "Iowa"];
}
