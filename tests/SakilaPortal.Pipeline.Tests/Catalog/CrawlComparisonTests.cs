using System.Text.Json;
using Amazon.Glue.Model;
using SakilaPortal.Pipeline.Catalog.Crawling;

namespace SakilaPortal.Pipeline.Tests.Catalog;

public sealed class CrawlComparisonTests
{
    private static readonly CrawledFolder Folder = new("landingzonedb", "streaming", "s3://bucket/streaming/", 1);
    private static readonly Column[] Columns = [Column("film_id", "int"), Column("state", "string")];

    private static readonly SavedQuery[] Queries =
    [
        new("1", "States", "SELECT state, count(state) FROM streaming_films GROUP BY state -- film_id"),
        new("2", "Films", "SELECT film_id FROM streaming_films WHERE state <> 'state'"),
        new("3", "Other", "SELECT film_id, state FROM fact_sales"),
    ];

    [Fact]
    public void ANewFieldIsANewColumnAndBreaksNothing()
    {
        var preview = Compare("""{"film_id": 1, "state": "Ohio", "Campaign": "spring"}""");
        Assert.Equal([new ColumnPreview("campaign", "string")], preview.NewColumns);
        Assert.Equal("changes", preview.State);
        Assert.Empty(preview.BrokenQueries);
    }

    [Fact]
    public void AChangedTypeNamesTheQueriesThatReadTheColumn()
    {
        var preview = Compare("""{"film_id": "one", "state": "Ohio"}""");
        Assert.Equal([new TypePreview("film_id", "int", "string")], preview.ChangedTypes);
        var broken = Assert.Single(preview.BrokenQueries);
        Assert.Equal(("2", "It reads film_id, which is int in the table and string in the newest files."), (broken.Id, broken.Reason));
    }

    [Fact]
    public void AColumnThatNoRecordHasIsMissing()
    {
        var preview = Compare("""{"film_id": 3}""");
        Assert.Equal("state", Assert.Single(preview.MissingColumns).Name);
        Assert.Equal(["1", "2"], preview.BrokenQueries.Select(query => query.Id));
    }

    [Fact]
    public void FilesOfWhichEveryLineIsSetAsideChangeNothing()
    {
        var preview = CrawlComparison.Compare(Folder with { SetAside = 2 }, Columns, new(), [], ["streaming", "streaming_films"], Queries);
        Assert.Equal(("same", 2), (preview.State, preview.SetAside));
        Assert.Empty(preview.MissingColumns);
    }

    [Theory]
    [InlineData("int", "int", true)]
    [InlineData("bigint", "int", true)]
    [InlineData("int", "bigint", false)]
    [InlineData("double", "int", true)]
    [InlineData("string", "int", true)]
    [InlineData("int", "string", false)]
    [InlineData("array<struct<id:int>>", "array", true)]
    [InlineData("string", "array", false)]
    [InlineData("timestamp", "string", true)]
    [InlineData("decimal(5,2)", "double", true)]
    public void AColumnHoldsWhatFitsIntoItsType(string type, string seen, bool holds) => Assert.Equal(holds, ObservedColumns.Holds(type, seen));

    [Fact]
    public void NumbersOfSeveralSizesAreOneWideEnough()
    {
        var seen = new ObservedColumns();
        seen.Add(["a", "b", "c"], ["1", "1", ""]);
        seen.Add(["a", "b", "c"], ["3000000000", "x", ""]);
        Assert.Equal(["bigint", "string", "string"], seen.Types.Values);
    }

    private static TablePreview Compare(string record)
    {
        var seen = new ObservedColumns();
        using var json = JsonDocument.Parse(record);
        seen.Add(json.RootElement);
        return CrawlComparison.Compare(Folder, Columns, seen, [], ["streaming", "streaming_films"], Queries);
    }

    private static Column Column(string name, string type) => new() { Name = name, Type = type };
}
