using System.Text.Json;

namespace SakilaPortal.Api.Tests.Lake;

/// <summary>Whoever loses something on purpose sees the ledger name it, and turn green again when it is back.</summary>
[Collection(nameof(LivingLake))]
public sealed class LedgerTests(LivingLake lake)
{
    private const string Accepted = "accepted = landed + buffered + error prefix", Enriched = "landed = enriched + malformed", Clean = "payments: mysql = clean";

    [Fact]
    public async Task EverythingIsEqualInBothKindsOfCheck()
    {
        await lake.PostEventsAsync(20);
        foreach (var full in (bool[])[false, true])
        {
            var ledger = await UntilSettledAsync(full);
            Assert.Equal(full, ledger.GetProperty("full").GetBoolean());
            foreach (var equality in ledger.GetProperty("equalities").EnumerateArray())
                Assert.True(equality.GetProperty("holds").ValueKind != JsonValueKind.False, $"{equality}");
        }
        var payments = await lake.EqualityAsync(Clean);
        Assert.Equal(payments.Int("left"), payments.Int("right"));
        Assert.Equal(await lake.ScalarAsync<decimal>("SELECT SUM(amount) FROM payment"), payments.GetProperty("rightAmount").GetDecimal());
    }

    [Fact]
    public async Task APaymentThatAFileLostIsNamed()
    {
        var (key, first, last) = await FileAsync("payment");
        await lake.WithOtherRowsAsync("dev-sakila-clean", key, $"SELECT * FROM cleanzonedb.payment WHERE payment_id BETWEEN {first} AND {last} AND payment_id <> {first + 7}", async () =>
        {
            var equality = await lake.EqualityAsync(Clean);
            Assert.False(equality.GetProperty("holds").GetBoolean());
            Assert.Equal([$"{first + 7}"], Ids(equality, "missing"));
            Assert.Equal(1, equality.Int("missingTotal"));
            Assert.NotEqual(equality.GetProperty("leftAmount").GetDecimal(), equality.GetProperty("rightAmount").GetDecimal());
        });
        Assert.True((await lake.EqualityAsync(Clean)).GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task APaymentThatIsCountedTwiceIsNamed()
    {
        var (key, first, last) = await FileAsync("payment");
        var rows = $"SELECT * FROM cleanzonedb.payment WHERE payment_id BETWEEN {first} AND {last}";
        await lake.WithOtherRowsAsync("dev-sakila-clean", key, $"{rows} UNION ALL SELECT * FROM cleanzonedb.payment WHERE payment_id = {first}", async () =>
        {
            var equality = await lake.EqualityAsync(Clean);
            Assert.False(equality.GetProperty("holds").GetBoolean());
            Assert.Equal([$"{first} (2 times)"], Ids(equality, "extra"));
        });
        // What differed is counted again without being asked.
        Assert.True((await lake.EqualityAsync(Clean, full: false)).GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task AnEventWhoseObjectWasDroppedIsNamed()
    {
        var ids = await lake.PostEventsAsync(3);
        await lake.ExecuteAsync("UPDATE portal.partner_event SET posted_at = posted_at - INTERVAL 1 HOUR WHERE event_id IN @ids", new { ids });
        var key = (await TraceAsync(ids[0])).First(hop => hop.Text("stage") == "landed object").Text("where")!.Split(',')[0]["s3://dev-sakila-landing/".Length..];
        await lake.WithoutAsync("dev-sakila-landing", key, async () =>
        {
            var equality = await lake.EqualityAsync(Accepted);
            Assert.False(equality.GetProperty("holds").GetBoolean());
            Assert.Equal(ids.Order(), Ids(equality, "missing").Order());
        });
        Assert.True((await lake.EqualityAsync(Accepted)).GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task AnEventThatAReportWouldMissIsNamed()
    {
        var ids = await lake.PostEventsAsync(2);
        await UntilSettledAsync(full: false);
        var key = await lake.ScalarAsync<string>("SELECT object_key FROM portal.table_file WHERE table_name = 'streaming_films' AND removed_version IS NULL ORDER BY file_id DESC LIMIT 1");
        await lake.WithOtherRowsAsync("dev-sakila-curated", key, $"SELECT * FROM curatedzonedb.streaming_films WHERE event_id = '{ids[0]}'", async () =>
        {
            var equality = await lake.EqualityAsync(Enriched);
            Assert.False(equality.GetProperty("holds").GetBoolean());
            Assert.Contains(ids[1], Ids(equality, "missing"));
            Assert.DoesNotContain(ids[0], Ids(equality, "missing"));
        });
        Assert.True((await lake.EqualityAsync(Enriched)).GetProperty("holds").GetBoolean());
    }

    private async Task<(string Key, long First, long Last)> FileAsync(string table)
    {
        await UntilSettledAsync(full: false);
        const string newest = "FROM portal.table_file WHERE database_name = 'cleanzonedb' AND table_name = @table AND removed_version IS NULL ORDER BY first_key LIMIT 1";
        return (await lake.ScalarAsync<string>($"SELECT object_key {newest}", new { table }),
            await lake.ScalarAsync<long>($"SELECT first_key {newest}", new { table }), await lake.ScalarAsync<long>($"SELECT last_key {newest}", new { table }));
    }

    private async Task<JsonElement> UntilSettledAsync(bool full)
    {
        JsonElement ledger = default;
        // A lake that was broken and mended, or whose worker was killed, needs a moment.
        await Eventually.IsAsync(async () =>
        {
            ledger = await lake.Analyst.GetAsync($"/api/lake/ledger?full={full}").JsonAsync();
            return ledger.GetProperty("equalities").EnumerateArray().All(one => one.GetProperty("holds").ValueKind == JsonValueKind.True || one.GetProperty("right").ValueKind == JsonValueKind.Null);
        }, "every equality holds");
        return ledger;
    }

    private async Task<JsonElement[]> TraceAsync(string id) =>
        [.. (await lake.Analyst.GetAsync($"/api/partner-events/{id}/trace").JsonAsync()).GetProperty("hops").EnumerateArray()];

    private static string[] Ids(JsonElement equality, string list) => [.. equality.GetProperty(list).EnumerateArray().Select(id => id.GetString()!)];
}
