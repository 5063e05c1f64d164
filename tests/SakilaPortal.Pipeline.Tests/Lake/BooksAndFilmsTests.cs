using System.Globalization;
using SakilaPortal.Pipeline.Provisioning;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>The six questions over the hand-made files, from the landing zone to Athena's answer.</summary>
[Collection(nameof(LakeCollection))]
public sealed class BooksAndFilmsTests(LakeFixture lake) : IAsyncLifetime
{
    private static bool isMade;

    public async Task InitializeAsync()
    {
        if (isMade)
            return;
        await PutAsync("movies/of-december.csv", VendorData.Movies);
        await PutAsync("users/of-december.csv", VendorData.Users);
        await PutAsync("streams/2022-01-06 00:00:00.csv", VendorData.Streams);
        await PutAsync("authors/of-december.json", VendorData.Authors);
        await PutAsync("books/of-december.json", VendorData.Books);
        await PutAsync("reviews/of-december.json", VendorData.Reviews);
        await lake.UntilAsync(async () => await lake.MySqlAsync<long>("""
            SELECT COUNT(*) FROM portal.landed_object
            WHERE state = 'taken' AND (object_key LIKE 'vendor/%/of-december.%' OR object_key = 'vendor/streams/2022-01-06 00:00:00.csv')
            """) == 6, "the vendor's files are taken in");
        isMade = true;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    // Of seven films in the catalogue The Shining and Crazy Rich Asians bear the name of a book; "Life of Pi " does not, as written.
    [InlineData("1-Based-On-Books-Published", "28.57")]
    // Of eight films streamed, reviews link The Shining, Unforgiven and Crazy Rich Asians to a book; End is a film, but "end" in a review is none.
    [InlineData("1-Based-On-Books-Corrected", "37.50")]
    // In São Paulo it is four hours earlier: bob starts at 8, dan just after, eve at 7 sharp, fay ends at 12 sharp.
    [InlineData("2-Affected-By-Outage-Published", "4")]
    // By their own clocks: ann ends at 7 sharp, bob starts at 12 sharp, cat, eve and fay watch throughout, gus in another zone; dan is a millisecond late.
    [InlineData("2-Affected-By-Outage-Corrected", "6")]
    [InlineData("2-Affected-By-Outage-Corrected", "5", "time_zone", "America/Sao_Paulo")]
    // In São Paulo ann's film of New Year's night was in December.
    [InlineData("3-By-Nationality-Published", "1")]
    [InlineData("3-By-Nationality-Published", "0", "time_zone", "UTC")]
    [InlineData("3-By-Nationality-Published", "0", "nationality", "Martians")]
    // Unforgiven, which a review links to Rich People.
    [InlineData("3-By-Nationality-Corrected", "1")]
    [InlineData("3-By-Nationality-Corrected", "2", "time_zone", "America/Sao_Paulo")]
    // 3,543.79 minutes in 23 sessions.
    [InlineData("4-Average-Duration-Published", "154.08")]
    // Half-way between 940 and 950.
    [InlineData("5-Median-Size-Published", "0.95")]
    [InlineData("5-Median-Size-Corrected", "0.92")]
    // ann, hal, ida, lee, nat and quinn; oli watched twice as long as the film lasts, which as published is not more than a half.
    [InlineData("6-Watched-Half-Published", "6")]
    // ann, hal, kim and lee exactly half, and oli; mia began a millisecond before the seven days, ida watched twice a third.
    [InlineData("6-Watched-Half-Corrected", "5")]
    public async Task AQuestionHasTheAnswerWorkedOutByHand(string question, string answer, string? parameter = null, string? value = null) =>
        Assert.Equal(answer, await AnswerAsync(question, parameter is null ? [] : [(parameter, value!)]));

    [Fact]
    public async Task TheAverageAsCorrectedIsNeitherCutNorRounded() => Assert.Equal(
        3543.8316166666667 / 23, double.Parse(await AnswerAsync("4-Average-Duration-Corrected"), CultureInfo.InvariantCulture), 9);

    [Fact]
    public async Task ABadLineIsSetAsideAndTheOthersAreTaken()
    {
        Assert.Equal("23", await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.streams"));
        Assert.Equal(1, await lake.MySqlAsync<long>("SELECT refused_count FROM portal.landed_object WHERE object_key = 'vendor/streams/2022-01-06 00:00:00.csv'"));
        var malformed = (await lake.S3.ListObjectsV2Async(new() { BucketName = LakeFixture.Landing, Prefix = "malformed/vendor/streams/" })).S3Objects;
        Assert.Single(malformed);
    }

    [Fact]
    public async Task TimesAreKeptAsWrittenInUtcAndByTheirOwnClock() => Assert.Equal(
        ["2021-12-31T23:30:00.000-0300", "2022-01-01 02:30:00.000", "2021-12-31 23:30:00.000"],
        (await lake.AthenaAsync("SELECT start_at, start_at_utc, start_at_local FROM cleanzonedb.streams WHERE size_mb = 1450"))[0]);

    [Fact]
    public async Task BooksAndAuthorsAreMergedByNameAndUsersAreReplaced()
    {
        await PutAsync("books/more.json", "[{\"name\": \"Some Other Book\", \"pages\": 1, \"author\": \"A\", \"publisher\": \"Q\"}, {\"name\": \"Rich People\", \"pages\": 2, \"author\": \"Kevin Kwan\", \"publisher\": \"Q\"}]");
        await lake.UntilAsync(async () => await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.books WHERE publisher = 'Q'") == "2", "the books are merged");
        Assert.Equal("6", await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.books"));
        Assert.Equal("Kevin Kwan: Singaporeans", await lake.AthenaValueAsync("""
            SELECT max(name || ': ' || n.label) FROM cleanzonedb.authors CROSS JOIN UNNEST(nationalities) AS n (id, label, slug) WHERE name = 'Kevin Kwan'
            """));

        await PutAsync("users/later.csv", "first_name,last_name,email\nCarol,Z,carol@x\n");
        await lake.UntilAsync(async () => await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.users") == "1", "the users are replaced");
        var version = await VersionAsync("users");
        await PutAsync("users/again.csv", "first_name,last_name,email\r\nCarol,Z,carol@x\r\n");
        await lake.UntilAsync(async () => await StateAsync("vendor/users/again.csv") == "taken", "the same users again are taken in");
        Assert.Equal(version, await VersionAsync("users"));
    }

    [Fact]
    public async Task AFileThatIsNoneOfItsSourceIsRefusedWithTheReason()
    {
        await PutAsync("reviews/broken.json", "[{\"created\": ");
        await PutAsync("songs/current.csv", "title\nA\n");
        await lake.UntilAsync(async () => await StateAsync("vendor/reviews/broken.json") == "refused" && await StateAsync("vendor/songs/current.csv") == "refused", "both are refused");
        Assert.StartsWith("It is no JSON array: line 1:", await lake.MySqlAsync<string>("SELECT reason FROM portal.landed_object WHERE object_key = 'vendor/reviews/broken.json'"));
        Assert.Equal("5", await lake.AthenaValueAsync("SELECT count(*) FROM cleanzonedb.reviews"));
    }

    private Task<string> AnswerAsync(string question, params (string, string)[] parameters) =>
        lake.AthenaValueAsync(ReportDefaults.Fill(ShippedReport.All.Single(report => report.Name == "Books-And-Films-" + question).Sql, parameters));

    private async Task PutAsync(string key, string text) => await lake.S3.PutObjectAsync(new() { BucketName = LakeFixture.Landing, Key = "vendor/" + key, ContentBody = text });

    private Task<string?> StateAsync(string key) => lake.MySqlAsync<string>("SELECT state FROM portal.landed_object WHERE object_key = @key", new { key });

    private Task<long> VersionAsync(string table) => lake.MySqlAsync<long>("SELECT MAX(version) FROM portal.table_version WHERE table_name = @table", new { table });
}
