using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena.Semantics;

/// <summary>Every line of the tables beside this file is what Trino's documentation, cited there, says.</summary>
public sealed class TrinoSemanticsTests(AthenaFixture athena) : IClassFixture<AthenaFixture>
{
    private const string Rows = "(VALUES (1, 'a', 1.50, 1e0), (2, 'b', 2.50, 2e0), (2, 'b', NULL, 4e0), (NULL, NULL, 4.01, NULL)) AS t(i, s, d, f)";

    public static TheoryData<string, string> Cases(string file) => CaseFile.Read(file, " -> ");

    [Theory]
    [MemberData(nameof(Cases), "operators")]
    [MemberData(nameof(Cases), "casts")]
    [MemberData(nameof(Cases), "math")]
    [MemberData(nameof(Cases), "strings")]
    [MemberData(nameof(Cases), "datetimes")]
    [MemberData(nameof(Cases), "collections")]
    public Task AnExpressionHasTrinosValueAndType(string expression, string expected) => CheckAsync($"SELECT {expression}", expected);

    [Theory]
    [MemberData(nameof(Cases), "aggregates")]
    public Task AnAggregateHasTrinosValueAndType(string expression, string expected) => CheckAsync($"SELECT {expression} FROM {Rows}", expected);

    private async Task CheckAsync(string query, string expected)
    {
        var outcome = await athena.RunAsync(query);
        CaseFile.Check(expected, outcome, () => $"{athena.TypeOf(query)} {outcome.Rows.Single()[0] ?? "NULL"}");
    }
}
