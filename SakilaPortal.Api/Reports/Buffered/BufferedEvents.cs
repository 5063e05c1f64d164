using System.Text;
using MySqlConnector;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Api.Simulations;

namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>Makes unlanded events anew: simulated ones from seed and number, posted ones from what was posted.</summary>
internal static class BufferedEvents
{
    private const int AtOnce = 500;

    /// <summary>The oldest of them, in the order of time; null stands for one whose content is not at hand.</summary>
    public static async Task<IReadOnlyList<BufferedEvent?>> OldestAsync(Unlanded unlanded, MySqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var order = unlanded.Simulated
            .SelectMany(records => records.Each().Take(UnlandedEvents.Most).Select(number => (At: records.Times.Of(number).UtcDateTime, Id: IdOf(records, number), From: (object)records, Number: number)))
            .Concat(unlanded.Posted.Select(post => (At: post.PostedAt, Id: post.EventId, From: (object)post, Number: 0L)))
            .OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal).Take(UnlandedEvents.Most).DistinctBy(one => one.Id).ToList();
        var made = new Dictionary<string, BufferedEvent>();
        foreach (var records in order.Where(one => one.From is UnlandedRecords).GroupBy(one => (UnlandedRecords)one.From))
            Render(records.Key, [.. records.Select(one => one.Number).Order()], clock, made);
        var posts = order.Select(one => one.From).OfType<UnlandedPost>().ToDictionary(post => post.EventId);
        foreach (var line in await PostedLines.ReadAsync(database, [.. posts.Values.Select(post => post.RequestId).Distinct()], cancellationToken))
            if (BufferedEvent.Parse(Encoding.UTF8.GetBytes(line)) is var posted && posts.ContainsKey(posted.Id))
                made[posted.Id] = posted;
        return [.. order.Select(one => made.GetValueOrDefault(one.Id))];
    }

    private static void Render(UnlandedRecords records, List<long> numbers, TimeProvider clock, Dictionary<string, BufferedEvent> made)
    {
        var row = records.Simulation;
        if (RecordTemplate.Parse(row.TemplateBody).Template is not { } template)
            return;
        var told = row.Told;
        var faults = told.Faults is null ? null : new FaultInjection(told.Faults, row.Injected, row.SimulationId, row.Seed);
        var maker = new RecordMaker(row.SimulationId, template, null, row.Seed, clock, told.Timeline(row.Seed), faults, records.Times.Of);
        for (var i = 0; i < numbers.Count;)
        {
            var count = 1;
            while (count < AtOnce && i + count < numbers.Count && numbers[i + count] == numbers[i] + count)
                count++;
            var (lines, errors) = maker.Make(numbers[i], count);
            foreach (var (line, _) in lines.Zip(errors).Where(one => one.Second is null))
                if (BufferedEvent.Parse(line) is var rendered)
                    made[rendered.Id] = rendered;
            i += count;
        }
    }

    private static string IdOf(UnlandedRecords records, long number) => $"{records.Simulation.SimulationId}-{number}";
}
