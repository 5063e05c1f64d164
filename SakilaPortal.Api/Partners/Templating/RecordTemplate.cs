using System.Buffers;
using System.Text;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>A template of records, read once and rendered often, by any number of threads.</summary>
internal sealed class RecordTemplate
{
    private readonly Part[] parts;

    private RecordTemplate(IEnumerable<TemplatePart> source)
    {
        var json = new JsonText();
        parts = [.. source.Select(part => part.Call is null
            ? new Part(part, Encoding.UTF8.GetBytes(json.Compact(part.Text)), InString: false)
            : new Part(part, [], json.InString))];
    }

    /// <summary>The template, or everything that is wrong with its tags.</summary>
    public static (RecordTemplate? Template, IReadOnlyList<TemplateProblem> Problems) Parse(string body)
    {
        var (parts, problems) = TemplateParser.Parse(body);
        return problems.Count == 0
            ? (new(parts), [])
            : (null, [.. problems.Select(problem => body.ProblemAt(problem.Offset, problem.Message))]);
    }

    /// <summary>Writes one record as one line of UTF-8, without a line end, into an empty buffer.</summary>
    /// <exception cref="TemplateException">It becomes larger than any record may be.</exception>
    public void Render(Dice dice, ArrayBufferWriter<byte> output)
    {
        foreach (var (source, compact, inString) in parts)
        {
            if (source.Call is null)
                output.Write(compact);
            else
                Encoding.UTF8.GetBytes(JsonText.Fit(source.Call(dice), inString), output);
            Limit(output.WrittenCount, source);
        }
    }

    /// <summary>Renders one record as the template is laid out, remembering where in the template each part comes from.</summary>
    public MappedText RenderMapped(Dice dice)
    {
        var output = new MappedText();
        foreach (var (source, _, inString) in parts)
        {
            output.Append(source.Call is null ? source.Text : JsonText.Fit(source.Call(dice), inString), source.Offset, source.Call is null);
            Limit(output.Length, source);
        }
        return output;
    }

    private static void Limit(int length, TemplatePart part)
    {
        if (length > RecordCheck.LargestRecord)
            throw new TemplateException(part.Offset, $"Here the record becomes larger than {RecordCheck.LargestRecord:N0} bytes, which no record may be.");
    }

    private readonly record struct Part(TemplatePart Source, byte[] Compact, bool InString);
}
