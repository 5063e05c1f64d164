using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena.Semantics;

/// <summary>Tables of expected values, one a line; a failure's text stands behind an exclamation mark.</summary>
internal static class CaseFile
{
    public static TheoryData<string, string> Read(string name, string separator)
    {
        TheoryData<string, string> cases = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Athena", "Semantics", name + ".txt")))
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            var between = line.LastIndexOf(separator, StringComparison.Ordinal);
            cases.Add(line[..between], line[(between + separator.Length)..]);
        }

        return cases;
    }

    /// <summary>Checks an outcome whose success reads as <paramref name="shown"/>.</summary>
    public static void Check(string expected, Outcome outcome, Func<string> shown)
    {
        if (expected.StartsWith('!')) Assert.Contains(expected[1..].Trim(), outcome.Reason ?? "no failure");
        else Assert.Equal(expected, outcome.Reason ?? shown());
    }
}
