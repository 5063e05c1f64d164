using Xunit;

namespace SakilaPortal.LocalAws.Tests.Athena;

/// <summary>Tables over every kind of file.</summary>
public sealed class TableTests(LakeFixture fixture) : IClassFixture<LakeFixture>
{
    private Lake Lake => fixture.Lake;

    [Fact]
    public async Task AJsonLineIsARowWhateverTheCaseOfItsKeys()
    {
        const string columns = "event_id string, eventtype string, film_id int, at timestamp, tags array<string>, who struct<name:string,age:int>";
        await Lake.PutAsync("json/a", """
            {"event_id":"1","eventType":"rent","film_id":7,"at":"2021-12-06 19:30:19.099","tags":["x","y"],"who":{"name":"Ann","age":3},"more":1}
            {"event_id":"2","eventType":"buy","film_id":"8"}
            {"event_id":"3","eventType":{"nested":true},"film_id":null}

            """);
        await Lake.PutAsync("json/b", """{"event_id":"4","EVENTTYPE":"trailer"}""" + "\n");
        await Lake.PutAsync("json/_ignored", "no json");
        await Lake.TableAsync("jsonlines", columns, Lake.Json, "json/");
        Assert.Equal(
            ["1 rent 7 2021-12-06 19:30:19.099 [x, y] {name=Ann, age=3} Ann", "2 buy 8 ∅ ∅ ∅ ∅", "3 {\"nested\":true} ∅ ∅ ∅ ∅ ∅", "4 trailer ∅ ∅ ∅ ∅ ∅"],
            await fixture.RowsAsync("SELECT *, who.name FROM jsonlines ORDER BY event_id"));
    }

    [Fact]
    public async Task AMalformedJsonLineFailsTheQueryUnlessTheTableSaysToIgnoreIt()
    {
        await Lake.PutAsync("badjson/a", "{\"a\":1}\nbroken\n{\"a\":2}\n");
        await Lake.TableAsync("strictjson", "a int", Lake.Json, "badjson/");
        await Lake.TableAsync("lenientjson", "a int", Lake.Json, "badjson/", serde: new() { ["ignore.malformed.json"] = "true" });
        var failure = await fixture.RunAsync("SELECT * FROM strictjson");
        Assert.StartsWith("HIVE_CURSOR_ERROR: Row is not a valid JSON Object", failure.Reason);
        Assert.DoesNotContain(fixture.Athena.Server.Data, failure.Reason);
        Assert.Equal(["1", "2", "∅"], await fixture.RowsAsync("SELECT a FROM lenientjson ORDER BY a"));
    }

    [Fact]
    public async Task AValueOfAnotherTypeIsNullInALenientTableAlsoWhereAKeyIsSpelledInTwoWays()
    {
        await Lake.PutAsync("twice/a", "{\"eventType\":\"rent\",\"eventtype\":\"rent\",\"film_id\":1}\n{\"eventType\":\"buy\",\"film_id\":\"none\"}\n");
        await Lake.TableAsync("stricttwice", "eventtype string, film_id int", Lake.Json, "twice/");
        await Lake.TableAsync("lenienttwice", "eventtype string, film_id int", Lake.Json, "twice/", serde: new() { ["ignore.malformed.json"] = "true" });
        Assert.StartsWith("INVALID_CAST_ARGUMENT", (await fixture.RunAsync("SELECT * FROM stricttwice")).Reason);
        Assert.Equal(["buy ∅", "rent 1"], await fixture.RowsAsync("SELECT * FROM lenienttwice ORDER BY eventtype"));
    }

    [Fact]
    public async Task QuotedCsvKeepsQuotesCommasAndEmptyTexts()
    {
        await Lake.PutAsync("csv/a", "id,title,day\n1,\"ACADEMY \"\"X\"\", part\",18262\n2,,2020-01-01\n3,a\\\"b,\n");
        await Lake.TableAsync("quoted", "id int, title string, day string", Lake.Csv, "csv/", parameters: new() { ["skip.header.line.count"] = "1" });
        await Lake.TableAsync("dated", "id int, title string, day date", Lake.Csv, "csv/", parameters: new() { ["skip.header.line.count"] = "1" });
        Assert.Equal(["1 ACADEMY \"X\", part", "2 ", "3 a\"b"], await fixture.RowsAsync("SELECT id, title FROM quoted ORDER BY id"));
        Assert.Equal(["1 2020-01-01", "2 2020-01-01"], await fixture.RowsAsync("SELECT id, day FROM dated WHERE id < 3 ORDER BY id"));
    }

    [Fact]
    public async Task PlainDelimitedTextHasNullsForWhatDoesNotFit()
    {
        await Lake.PutAsync("lazy/a", "1|a|1.5|true\n2|\\N|x|\n3|\"q\"|2.255|false\n4\n");
        await Lake.TableAsync("lazy", "id int, name string, amount decimal(5,2), flag boolean", Lake.Lazy, "lazy/", serde: new() { ["field.delim"] = "|" });
        Assert.Equal(["1 a 1.50 true", "2 ∅ ∅ ∅", "3 \"q\" 2.26 false", "4 ∅ ∅ ∅"], await fixture.RowsAsync("SELECT * FROM lazy ORDER BY id"));
    }

    [Fact]
    public async Task ParquetIsReadByColumnNameWithDeclaredTypes()
    {
        await fixture.UnloadAsync("parquet/1", "SELECT CAST(1 AS integer) AS id, 'a' AS name, ARRAY[CAST(ROW(1, 'x') AS ROW(n integer, s varchar))] AS list, DECIMAL '1.50' AS amount");
        await fixture.UnloadAsync("parquet/2", "SELECT 'b' AS name, CAST(2 AS integer) AS id, TIMESTAMP '2020-01-02 03:04:05.678' AS at, MAP(ARRAY['k'], ARRAY[1]) AS m");
        await Lake.TableAsync("typed", "id bigint, name string, list array<struct<n:int,s:string>>, amount decimal(10,2), at timestamp, m map<string,int>, absent double", Lake.Parquet, "parquet/");
        Assert.Equal(
            ["1 a [{n=1, s=x}] 1.50 ∅ ∅ ∅", "2 b ∅ ∅ 2020-01-02 03:04:05.678 {k=1} ∅"], await fixture.RowsAsync("SELECT * FROM typed ORDER BY id"));
        Assert.Equal(["x"], await fixture.RowsAsync("SELECT l.s FROM typed CROSS JOIN UNNEST(list) AS l(n, s)"));
        Assert.Equal(["2"], await fixture.RowsAsync("SELECT count(*) FROM typed"));
    }

    [Fact]
    public async Task AManifestNamesTheFilesAndAnEmptyOneIsAnEmptyTable()
    {
        await fixture.UnloadAsync("versions/data/1", "SELECT 1 AS n");
        await fixture.UnloadAsync("versions/data/2", "SELECT 2 AS n");
        var files = await Lake.KeysAsync("versions/data/");
        await Lake.PutAsync("versions/m1/manifest", $"s3://{Lake.Bucket}/{files[0]}\n");
        await Lake.PutAsync("versions/m2/manifest", string.Concat(files.Select(file => $"s3://{Lake.Bucket}/{file}\n")));
        await Lake.PutAsync("versions/m3/manifest", "");
        await Lake.PutAsync("versions/m4/manifest", $"s3://{Lake.Bucket}/gone\n");
        await Lake.TableAsync("versions", "n int", Lake.Symlink, "versions/m1");
        Assert.Equal(["1"], await fixture.RowsAsync("SELECT n FROM versions"));
        await Lake.PointAsync("versions", "n int", Lake.Symlink, "versions/m2/");
        Assert.Equal(["1", "2"], await fixture.RowsAsync("SELECT n FROM versions ORDER BY n"));
        await Lake.PointAsync("versions", "n int", Lake.Symlink, "versions/m3/");
        Assert.Equal(["0 ∅"], await fixture.RowsAsync("SELECT count(*), max(n) FROM versions"));
        await Lake.PointAsync("versions", "n int", Lake.Symlink, "versions/m4/");
        Assert.Contains("which does not exist", (await fixture.RunAsync("SELECT n FROM versions")).Reason);
    }

    [Fact]
    public async Task OnlyThePartitionsThatAConditionLeavesAreReadAndPaidFor()
    {
        const string columns = "n int";
        await Lake.TableAsync("parts", columns, Lake.Json, "parts/", "year string, month int");
        string[] rows = ["{\"n\":1}\n", "{\"n\":22}\n", "{\"n\":333}\n"];
        foreach (var (year, month, row) in new[] { ("2021", "12", rows[0]), ("2022", "1", rows[1]), ("2022", "2", rows[2]) })
        {
            await Lake.PutAsync($"parts/{year}/{month}/a", row);
            await Lake.PartitionAsync("parts", columns, Lake.Json, $"parts/{year}/{month}/", year, month);
        }

        await Scans("SELECT n, year, month FROM parts ORDER BY n", "1 2021 12, 22 2022 1, 333 2022 2", rows);
        await Scans("SELECT n FROM parts WHERE year = '2022' AND month > 1", "333", rows[2]);
        await Scans("SELECT n FROM parts p WHERE p.year || '-' || CAST(month AS varchar) IN ('2021-12') AND n > 0", "1", rows[0]);
        await Scans("SELECT p.n FROM (VALUES 1) v(x) LEFT JOIN parts p ON true WHERE p.year = '2021'", "1", rows);
        await Scans("SELECT n FROM parts WHERE year = '1999'", "");
        Assert.Equal(["333"], await fixture.RowsAsync("SELECT sum(n) FROM parts WHERE month = 2 OR n > 300"));
    }

    [Fact]
    public async Task OfParquetTheColumnsThatAreReadAreScanned()
    {
        await fixture.UnloadAsync("wide/1", "SELECT n AS id, CAST(n AS varchar) || ' and some more text' AS name FROM UNNEST(sequence(1, 10000)) t(n)");
        await Lake.TableAsync("wide", "id bigint, name string", Lake.Parquet, "wide/");
        var (id, name, both) = (await ScannedAsync("SELECT sum(id) FROM wide"), await ScannedAsync("SELECT max(name) FROM wide"), await ScannedAsync("SELECT * FROM wide LIMIT 1"));
        Assert.Equal(both, id + name);
        Assert.True(id > 1000 && name > id, $"{id} {name}");
        Assert.Equal(0, await ScannedAsync("SELECT count(*) FROM wide"));
        Assert.Equal(id, await ScannedAsync("SELECT x FROM (SELECT id AS x, name AS y FROM wide) WHERE x = 1"));
        Assert.Equal(both, await ScannedAsync("SELECT x FROM (SELECT DISTINCT id AS x, name AS y FROM wide) WHERE x = 1"));
    }

    private async Task<long> ScannedAsync(string query) => (await fixture.SucceedAsync(query)).Execution!.Statistics.DataScannedInBytes!.Value;

    private async Task Scans(string query, string rows, params string[] files)
    {
        var outcome = await fixture.SucceedAsync(query);
        Assert.Equal(rows, string.Join(", ", outcome.Rows.Select(row => string.Join(' ', row))));
        Assert.Equal(files.Sum(file => file.Length), outcome.Execution!.Statistics.DataScannedInBytes);
    }
}
