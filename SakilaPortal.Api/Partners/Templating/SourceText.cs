using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>Tells lines and columns, both from 1, in a text.</summary>
internal static class SourceText
{
    public static TemplateProblem ProblemAt(this string text, int offset, string message)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        return new(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), message);
    }
}
