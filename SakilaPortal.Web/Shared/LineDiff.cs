namespace SakilaPortal.Web.Shared;

/// <summary>What two texts have in common, line by line.</summary>
internal static class LineDiff
{
    /// <param name="Kind">' ' in both, '-' only before, '+' only after.</param>
    public sealed record Line(char Kind, string Text);

    public static IReadOnlyList<Line> Of(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        // The length of the longest common run of lines from each pair of places on.
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var lines = new List<Line>();
        var (a, b) = (0, 0);
        while (a < old.Length || b < now.Length)
            if (a < old.Length && b < now.Length && old[a] == now[b])
                lines.Add(new(' ', Both(old[a++], ref b)));
            else if (b >= now.Length || (a < old.Length && common[a + 1, b] >= common[a, b + 1]))
                lines.Add(new('-', old[a++]));
            else
                lines.Add(new('+', now[b++]));
        return lines;
    }

    private static string Both(string line, ref int place)
    {
        place++;
        return line;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
