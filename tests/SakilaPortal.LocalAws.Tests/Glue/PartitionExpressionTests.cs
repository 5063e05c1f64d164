using SakilaPortal.LocalAws.Glue;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Tests.Glue;

public sealed class PartitionExpressionTests
{
    private static readonly List<Column> Keys = [new() { Name = "year", Type = "int" }, new() { Name = "city", Type = "string" }];

    [Theory]
    [InlineData("year = 2026", true)]
    [InlineData("year > 9", true)]
    [InlineData("city > '9'", true)]
    [InlineData("year between 2025 and 2026 and not city = 'Oslo'", true)]
    [InlineData("YEAR <> 2026 or City like 'L_th%ge'", true)]
    [InlineData("city like 'Leth'", false)]
    [InlineData("city not in ('Lethbridge', 'Oslo')", false)]
    [InlineData("(year = 1 or year = 2026) and city is not null", true)]
    [InlineData("city = 'it''s'", false)]
    [InlineData("", true)]
    public void AnExpressionChoosesPartitions(string expression, bool isChosen) =>
        Assert.Equal(isChosen, PartitionExpression.Parse(expression, Keys)(["2026", "Lethbridge"]));

    [Theory]
    [InlineData("month = 1", "no partition key")]
    [InlineData("year = 'x'", "a number is expected")]
    [InlineData("year =", "the end too early")]
    [InlineData("year = 1 year", "an end is expected")]
    [InlineData("year ; drop", "no meaning")]
    [InlineData("(year = 1", "where ) is expected")]
    public void AnExpressionThatMeansNothingIsRefusedInWords(string expression, string reason) =>
        Assert.Contains(reason, Assert.Throws<AwsException>(() => PartitionExpression.Parse(expression, Keys)).Message, StringComparison.Ordinal);
}
