using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templating;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templates;

/// <summary>Tries a template: some samples, and every problem at its place in the template's own text.</summary>
internal static class Preview
{
    private const int Samples = 5;

    // Enough to meet a branch of one in a hundred with a probability of 95 %.
    private const int Trials = 300;
    private const int MostProblems = 20;

    // Large records are tried less often, and none may keep the server busy.
    private const long MostBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="rules">The rules of the stream's records, beyond being one JSON object.</param>
    public static PreviewResponse Of(string body, PartnerEventRules? rules, TimeProvider clock, long seed, CancellationToken cancellationToken)
    {
        var (template, problems) = RecordTemplate.Parse(body);
        if (template is null)
            return new([], problems);

        var dice = new Dice(seed, clock);
        var started = clock.GetTimestamp();
        try
        {
            return new([.. Enumerable.Range(1, Samples).Select(number => Sample(template, dice, number, Hurry))], Check(body, template, rules, dice, Hurry));
        }
        catch (TemplateException impossible)
        {
            return new([], [body.ProblemAt(impossible.Offset, impossible.Message)]);
        }

        void Hurry()
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (clock.GetElapsedTime(started) > Patience)
                throw new TemplateException(0, $"Some records of this template take longer than {Patience.TotalSeconds} seconds to make; let it draw shorter texts.");
        }
    }

    private static string Sample(RecordTemplate template, Dice dice, int number, Action hurry)
    {
        hurry();
        dice.StartRecord(number);
        var record = new System.Buffers.ArrayBufferWriter<byte>();
        template.Render(dice, record);
        return System.Text.Encoding.UTF8.GetString(record.WrittenSpan);
    }

    // A problem that many records have is told once, by the first of them.
    private static List<TemplateProblem> Check(string body, RecordTemplate template, PartnerEventRules? rules, Dice dice, Action hurry)
    {
        var found = new Dictionary<int, TemplateProblem>();
        var problems = new List<RecordProblem>();
        var bytes = 0L;
        for (var number = 1; number <= Trials && bytes < MostBytes && found.Count < MostProblems; number++)
        {
            hurry();
            dice.StartRecord(number);
            var record = template.RenderMapped(dice);
            var utf8 = record.ToUtf8();
            bytes += utf8.Length;
            problems.Clear();
            RecordCheck.Check(utf8, rules, problems);
            foreach (var group in problems.GroupBy(problem => record.Origin(utf8, problem.Offset)))
                found.TryAdd(group.Key, body.ProblemAt(group.Key, string.Join(' ', group.Select(problem => problem.Message))));
        }
        return [.. found.OrderBy(problem => problem.Key).Select(problem => problem.Value)];
    }
}
