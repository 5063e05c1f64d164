using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Athena.Sql.Translation;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>
/// DuckDB's SQL for a call: <c>{0}</c> is the first argument, <c>{*}</c> all of them, <c>{!text}</c> fails with that text,
/// and <c>@sum(…)</c> is an aggregate that takes the call's DISTINCT, ORDER BY, FILTER and OVER.
/// </summary>
internal sealed partial class Template(string text)
{
    public string Fill(CallSite call) => Fill(text, call);

    private static string Fill(string text, CallSite call)
    {
        var mark = text.IndexOf('@', StringComparison.Ordinal);
        if (mark < 0) return Holes(text, call);
        var open = text.IndexOf('(', mark);
        var (close, depth) = (open, 0);
        do depth += text[close++] switch { '(' => 1, ')' => -1, _ => 0 };
        while (depth > 0);
        return Holes(text[..mark], call)
            + call.Clauses.Apply(text[(mark + 1)..open], Holes(text[(open + 1)..(close - 1)], call))
            + Fill(text[close..], call);
    }

    private static string Holes(string text, CallSite call) => Hole().Replace(text, hole => hole.Groups[1].Value switch
    {
        "*" => string.Join(", ", call.Arguments.Select(argument => argument.Sql)),
        ['!', .. var message] => Duck.Fail(message, call.Result),
        var index => call[int.Parse(index)],
    });

    [GeneratedRegex(@"\{(\d+|\*|![^}]*)\}")]
    private static partial Regex Hole();
}
