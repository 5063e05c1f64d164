using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena.Semantics;

/// <summary>Whole queries and their rows, as Trino's documentation has them.</summary>
public sealed class QuerySemanticsTests(AthenaFixture athena) : IClassFixture<AthenaFixture>
{
    private const string Tables = " with t(a, b, c) as (values (1, 'x', 10.5), (2, 'y', 20.25), (2, 'z', null), (3, null, 1.0)), u(a, d) as (values (2, 'two'), (3, 'three'), (4, 'four'))";

    public static TheoryData<string, string> Cases => CaseFile.Read("queries", " => ");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AQueryHasTrinosRows(string query, string expected)
    {
        var outcome = await athena.RunAsync(WithTables(query));
        CaseFile.Check(expected, outcome, () => string.Join(" | ", outcome.AllRows.Select(row => string.Join(' ', row.Select(value => value ?? "∅")))));
    }

    /// <summary>The tables stand on a line before the query; its own WITH goes on after them.</summary>
    private static string WithTables(string query) =>
        query.StartsWith("with ", StringComparison.Ordinal) ? $"{Tables}, {query[5..]}" : $"{Tables}\n{query}";
}
