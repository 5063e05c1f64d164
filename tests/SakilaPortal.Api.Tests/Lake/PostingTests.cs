using System.Net.Http.Json;
using SakilaPortal.Api.Tests.Partners;

namespace SakilaPortal.Api.Tests.Lake;

/// <summary>The ledger's count of what partners tried to post.</summary>
[Collection(ApiFixture.Collection)]
public sealed class PostingTests(ApiFixture portal) : IAsyncLifetime
{
    public Task InitializeAsync() => portal.Landing().ProvisionAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task TheLedgerCountsWhatWasRefusedAndWhatCameAgain()
    {
        var before = await AttemptedAsync();
        var (again, request) = (PartnerEvents.Valid($"again-{Guid.NewGuid():N}"), $"{Guid.NewGuid():N}");
        await portal.Partner.PostAsJsonAsync("/api/partner-events", new object[] { PartnerEvents.Valid(), again, again, new { state = "Ontario" }, 5 }).JsonAsync();
        await portal.Partner.PostAsJsonAsync("/api/partner-events", new object[] { again }).JsonAsync();
        await portal.Partner.PostAsJsonAsync("/api/partner-events", new object[] { 6 }).JsonAsync();
        Assert.Equal(new(7, 2, 2, 3, 0), await AttemptedAsync() - before);

        // A request that died before its answer.
        await portal.ExecuteAsync("INSERT INTO portal.posting (request_id, posted_at, attempted) VALUES (@request, UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, 4)", new { request });
        Assert.Equal(new(11, 2, 2, 3, 4), await AttemptedAsync() - before);
        await portal.ExecuteAsync("DELETE FROM portal.posting WHERE request_id = @request", new { request });
    }

    private sealed record Attempts(long Posted, long Accepted, long Again, long Rejected, long CutShort)
    {
        public static Attempts operator -(Attempts one, Attempts other) => new(
            one.Posted - other.Posted, one.Accepted - other.Accepted, one.Again - other.Again, one.Rejected - other.Rejected, one.CutShort - other.CutShort);
    }

    private async Task<Attempts> AttemptedAsync()
    {
        var equality = (await portal.Analyst.GetAsync("/api/lake/ledger").JsonAsync()).GetProperty("equalities").EnumerateArray()
            .Single(one => one.Text("name") == "attempted = accepted + rejected");
        Assert.Equal(equality.Int("left"), equality.Int("right"));
        long Part(string name) => equality.GetProperty("parts").EnumerateArray().Where(part => part.Text("name") == name).Select(part => part.GetProperty("value").GetInt64()).SingleOrDefault();
        return new(Part("posted"), Part("accepted"), Part("accepted again"), Part("rejected"), Part("cut short"));
    }
}
