using System.Text.Json;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class ViewingSessionsTests(LakeFixture lake)
{
    [Fact]
    public async Task ASessionIsThereOnceHoweverOftenItComes()
    {
        var (ann, bob) = ($"ann-{Guid.NewGuid()}@x", $"bob-{Guid.NewGuid()}@x");
        await PutAsync(Session(ann), Session(ann), Session(bob));
        await lake.UntilAsync(async () => await CountAsync(bob) == "1", "the session is there");
        await PutAsync(Session(ann), Session(bob, "2021-12-07T00:00:00.000+0100"));
        await lake.UntilAsync(async () => await CountAsync(bob) == "2", "the other session is there");
        Assert.Equal("1", await CountAsync(ann));
        Assert.Equal(["Some Film", "12.5", "2021-12-06 18:30:19.099", "2021-12-06 19:30:19.099"], (await lake.AthenaAsync(
            $"SELECT movie_title, size_mb, start_at_utc, start_at_local FROM curatedzonedb.viewing_sessions WHERE user_email = '{ann}'"))[0]);
        Assert.NotEqual("0", await lake.AthenaValueAsync($"SELECT count(*) FROM landingzonedb.viewing WHERE user_email = '{ann}'"));
    }

    [Fact]
    public async Task ALineThatIsNoSessionIsSetAside()
    {
        var ann = $"ann-{Guid.NewGuid()}@x";
        await PutAsync(Session(ann, end: "2021-12-06T00:00:00.000+0100"), "no session", Session(ann));
        await lake.UntilAsync(async () => await CountAsync(ann) == "1", "the valid session is there");
        var malformed = (await lake.S3.ListObjectsV2Async(new() { BucketName = LakeFixture.Landing, Prefix = "malformed/viewing/" })).S3Objects;
        var texts = await Task.WhenAll(malformed.Select(async o =>
        {
            using var reader = new StreamReader((await lake.S3.GetObjectAsync(LakeFixture.Landing, o.Key)).ResponseStream);
            return await reader.ReadToEndAsync();
        }));
        Assert.Contains(texts, text => text.Contains("end_at is before start_at.") && text.Contains(ann) && text.Contains("no session"));
    }

    private Task PutAsync(params string[] lines) => lake.PutAsync(lines, "viewing-sessions");

    private static string Session(string user, string end = "2021-12-06T20:30:19.099+0100") => JsonSerializer.Serialize(new
    {
        movie_title = "Some Film", user_email = user, size_mb = 12.5, start_at = "2021-12-06T19:30:19.099+0100", end_at = end,
    });

    private async Task<string> CountAsync(string user) =>
        await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.table_version WHERE table_name = 'viewing_sessions'") == 0
            ? "0"
            : await lake.AthenaValueAsync($"SELECT count(*) FROM curatedzonedb.viewing_sessions WHERE user_email = '{user}'");
}
