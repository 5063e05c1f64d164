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

    /// <param name="rules">The rules of the stream's records, beyond being one JSON object.</param>
    public static PreviewResponse Of(string body, PartnerEventRules? rules, TimeProvider clock, long seed)
    {
        var (template, problems) = RecordTemplate.Parse(body);
        if (template is null)
            return new([], problems);

        var dice = new Dice(seed, clock);
        try
        {
            return new([.. Enumerable.Range(1, Samples).Select(number => Sample(template, dice, number))], Check(body, template, rules, dice));
        }
        catch (TemplateException tooLarge)
        {
            return new([], [body.ProblemAt(tooLarge.Offset, tooLarge.Message)]);
        }
    }

    private static string Sample(RecordTemplate template, Dice dice, int number)
    {
        dice.StartRecord(number);
        var record = new System.Buffers.ArrayBufferWriter<byte>();
        template.Render(dice, record);
        return System.Text.Encoding.UTF8.GetString(record.WrittenSpan);
    }

    // A problem that many records have is told once, by the first of them.
    private static List<TemplateProblem> Check(string body, RecordTemplate template, PartnerEventRules? rules, Dice dice)
    {
        var found = new Dictionary<int, TemplateProblem>();
        var problems = new List<RecordProblem>();
        for (var number = 1; number <= Trials && found.Count < MostProblems; number++)
        {
            dice.StartRecord(number);
            var record = template.RenderMapped(dice);
            var utf8 = record.ToUtf8();
            problems.Clear();
            RecordCheck.Check(utf8, rules, problems);
            foreach (var group in problems.GroupBy(problem => record.Origin(utf8, problem.Offset)))
                found.TryAdd(group.Key, body.ProblemAt(group.Key, string.Join(' ', group.Select(problem => problem.Message))));
        }
        return [.. found.OrderBy(problem => problem.Key).Select(problem => problem.Value)];
    }
}
