using System.Text.Json;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Vendor;

namespace SakilaPortal.Pipeline.Tests.Vendor;

public sealed class VendorFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task QuotesCommasAndLineEndsAreReadAsRfc4180HasThem()
    {
        var (reading, rows) = await ReadAsync("movies", "\uFEFFTitle,size_mb,original_language,duration_mins,extra\r\n\"Dune, Part \"\"One\"\"\",2000.5,\"En\nglish\",155,x\r\n\r\nPlain,,fr,90,y");
        Assert.Equal(2, reading.Rows);
        Assert.Equal("Dune, Part \"One\"", rows[0].GetProperty("title").GetString());
        Assert.Equal("En\nglish", rows[0].GetProperty("original_language").GetString());
        Assert.Equal((2000.5, 155), (rows[0].GetProperty("size_mb").GetDouble(), rows[0].GetProperty("duration_mins").GetDouble()));
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("size_mb").ValueKind);
    }

    [Fact]
    public async Task ALineThatCannotBeReadIsNamedAndTheOthersGoOn()
    {
        var (reading, rows) = await ReadAsync("movies", "title,duration_mins,original_language,size_mb\n\"A\nB\",90,en,1\nC,long,en,1\nD,90,en\nE,90,en,1\n");
        Assert.Equal(["A\nB", "E"], rows.Select(row => row.GetProperty("title").GetString()));
        Assert.Equal(2, reading.MalformedCount);
        Assert.Equal((4, "duration_mins must be a number, not 'long'.", "C,long,en,1"), (reading.Malformed[0].Number, reading.Malformed[0].Reason, reading.Malformed[0].Text));
        Assert.Equal((5, "It has 3 fields, and line 1 names 4 columns."), (reading.Malformed[1].Number, reading.Malformed[1].Reason));
    }

    [Theory]
    [InlineData("movies", "title,duration_mins,size_mb\nA,90,1", "Line 1 lacks the column 'original_language'; it names title, duration_mins, size_mb.")]
    [InlineData("movies", "", "It is empty; the first line must name the columns.")]
    [InlineData("movies", "title,duration_mins,original_language,size_mb\n", "It holds no record.")]
    [InlineData("movies", "title,duration_mins,original_language,size_mb\nA,\"90,en,1\nB,1,en,1", "Line 2: a quote opens there and never closes.")]
    [InlineData("movies", "title,duration_mins,original_language,size_mb\nA,x,en,1", "None of its 1 records can be read; line 2: duration_mins must be a number, not 'x'.")]
    [InlineData("books", "<html>", "It is no JSON array: line 1:")]
    [InlineData("books", "[{\"name\": \"A\"},\n{\"name\": }]", "It is no JSON array: line 2:")]
    [InlineData("books", "[{\"name\": \"A\", \"pages\": 1, \"publisher\": \"P\"}]", "None of its 1 elements has 'author'.")]
    [InlineData("books", "[]", "It holds no record.")]
    [InlineData("books", "[1]", "None of its 1 records can be read; element 1: It is no JSON object.")]
    [InlineData("books", "[{\"name\": \" \", \"pages\": 1, \"author\": \"A\", \"publisher\": \"P\"}]", "None of its 1 records can be read; element 1: It has no name, by which records are told apart.")]
    public async Task AFileOfAnotherKindIsRefusedWithTheReason(string source, string text, string reason)
    {
        var refusal = await Assert.ThrowsAsync<BadFileException>(() => ReadAsync(source, text));
        Assert.StartsWith(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"name\": \"A\", \"pages\": \"12\", \"author\": null, \"publisher\": \"\"}, {\"name\": \"B\", \"pages\": 7.0, \"author\": \"X\", \"publisher\": 5}]")]
    [InlineData("{\"name\": \"A\", \"pages\": \"12\", \"author\": null, \"publisher\": \"\"}\n{\"name\": \"B\", \"pages\": 7.0, \"author\": \"X\", \"publisher\": 5}\n")]
    public async Task AnArrayAndLinesOfJsonAreReadAlike(string text)
    {
        var (_, rows) = await ReadAsync("books", text);
        Assert.Equal(["A", "B"], rows.Select(row => row.GetProperty("name").GetString()));
        Assert.Equal([12, 7], rows.Select(row => row.GetProperty("pages").GetInt64()));
        Assert.Equal([null, "5"], rows.Select(row => row.GetProperty("publisher").GetString()));
    }

    [Fact]
    public async Task TheEndOfAListOfFilmsIsNoFilm()
    {
        var (_, rows) = await ReadAsync("reviews", """
            [{"content": {"text": "t"}, "rating": {"rate": 4.5, "label": "l"}, "created": "c", "updated": "u",
              "books": [{"id": 1, "metadata": {"title": "B", "pages": 10}}, {}],
              "movies": [{"id": "m", "title": "THE END"}, {"id": 2, "title": "end"}, "A TITLE", "end"]}]
            """);
        Assert.Equal(["THE END", "A TITLE"], rows[0].GetProperty("movies").EnumerateArray().Select(movie => movie.GetProperty("title").GetString()));
        Assert.Equal("""[{"id":"1","title":"B","pages":10}]""", rows[0].GetProperty("books").GetRawText());
        Assert.Equal(4.5, rows[0].GetProperty("rating_rate").GetDouble());
    }

    [Theory]
    [InlineData("2021-12-06T19:30:19.099+0100", "2021-12-06 18:30:19.099000", "2021-12-06 19:30:19.099000")]
    [InlineData("2021-12-31T23:30:00-03:00", "2022-01-01 02:30:00.000000", "2021-12-31 23:30:00.000000")]
    [InlineData("2021-12-06T19:30:19Z", "2021-12-06 19:30:19.000000", "2021-12-06 19:30:19.000000")]
    [InlineData("2021-12-06 19:30", "2021-12-06 19:30:00.000000", "2021-12-06 19:30:00.000000")]
    public async Task ATimeIsKeptAsWrittenInUtcAndByItsOwnClock(string written, string utc, string local)
    {
        var (_, rows) = await ReadAsync("streams", $"movie_title,user_email,size_mb,start_at,end_at\nA,a@x,1,{written},\n");
        Assert.Equal([written, utc, local], ((string[])["start_at", "start_at_utc", "start_at_local"]).Select(name => rows[0].GetProperty(name).GetString()));
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("end_at_utc").ValueKind);
    }

    [Theory]
    [InlineData("vendor/movies/2026-01-01 00:00:00.csv", "2026-01-01", true)]
    [InlineData("vendor/movies/2020-01-01 00:00:00.csv", "2026-07-01", false)]
    [InlineData("vendor/movies/current.csv", "2020-01-01", false)]
    public void RawFilesAreOldByWhenTheyWerePutAndCurrentOnesNever(string key, string put, bool isOld) =>
        Assert.Equal(isOld, VendorRetention.IsOld(key, DateTime.Parse(put), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)));

    private async Task<(VendorReading Reading, List<JsonElement> Rows)> ReadAsync(string source, string text)
    {
        await File.WriteAllTextAsync(_path, text);
        using var into = new StringWriter();
        var reading = await VendorFile.ReadAsync(VendorSource.Find(source)!, _path, into, 0, CancellationToken.None);
        return (reading, [.. into.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }
}
