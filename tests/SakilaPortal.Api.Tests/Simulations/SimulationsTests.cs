using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Tests.Partners;

namespace SakilaPortal.Api.Tests.Simulations;

[Collection(ApiFixture.Collection)]
public class SimulationsTests(ApiFixture portal) : IAsyncLifetime
{
    private readonly LandingZone landing = portal.Landing();

    public Task InitializeAsync() => landing.ProvisionAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task TwoHundredASecondForThreeSecondsAreExactlySixHundredEvents()
    {
        var started = await portal.Partner.StartAsync(new { template = PartnerEvents.Template, rate = 200, stopAfterSeconds = 3 });
        Assert.Equal("running", started.Text("state"));
        var ended = await portal.Partner.EndAsync(started.Text("id")!);
        Assert.Equal("completed", ended.Text("state"));
        Assert.Equal((600, 600, 0, 0), ended.Counts());
        Assert.Equal(600, ended.Int("buffered"));
        Assert.Equal(JsonValueKind.Null, ended.GetProperty("reason").ValueKind);

        var took = ended.GetProperty("endedAt").GetDateTime() - ended.GetProperty("startedAt").GetDateTime();
        Assert.InRange(took.TotalSeconds, 2.9, 10);
        await Eventually.IsAsync(async () => (await LandedAsync(ended)).Length >= 600, "all events landed");
        var ids = (await LandedAsync(ended)).Select(landed => landed.Text("event_id")!).ToArray();
        Assert.Equal(Enumerable.Range(1, 600).Select(number => $"{ended.Text("id")}-{number}").Order(), ids.Order());
    }

    [Fact]
    public async Task TheSameSeedSendsTheSameEvents()
    {
        const string template = """{"timestamp":"2024-01-01T00:00:00Z","eventType":"rent","film_id":{{random.number({"min":1,"max":1000})}},"distributor":"{{name.findName}}","platform":"ios","state":"{{address.state}}"}""";
        var bodies = new List<string[]>();
        for (var run = 1; run <= 2; run++)
        {
            var ended = await portal.Partner.EndAsync((await portal.Partner.StartAsync(new { template, rate = 5000, stopAfterRecords = 50, seed = 42 })).Text("id")!);
            Assert.Equal(42, ended.Int("seed"));
            await Eventually.IsAsync(async () => (await LandedAsync(ended)).Length == 50, "all events landed");
            bodies.Add([.. (await LandedAsync(ended)).OrderBy(e => int.Parse(e.Text("event_id")!.Split('-')[1])).Select(e => $"{e.Int("film_id")} {e.Text("distributor")} {e.Text("state")}")]);
        }
        Assert.Equal(bodies[0], bodies[1]);
    }

    [Fact]
    public async Task AStoppedSimulationStaysInTheListWithItsCounts()
    {
        var id = (await portal.Partner.StartAsync(new { templateId = 2, rate = 100, stopAfterSeconds = 600 })).Text("id")!;
        await Eventually.IsAsync(async () => (await portal.Partner.GetAsync($"/api/simulations/{id}").JsonAsync()).Int("accepted") > 20, "some events were accepted");
        var stopped = await portal.Partner.DeleteAsync($"/api/simulations/{id}").JsonAsync();
        Assert.Equal("stopped", stopped.Text("state"));
        Assert.Equal("Social media partners", stopped.Text("templateName"));
        Assert.Equal(stopped.Int("attempted"), stopped.Int("accepted") + stopped.Int("rejected"));

        var again = await portal.Partner.DeleteAsync($"/api/simulations/{id}").JsonAsync();
        Assert.Equal(stopped.GetRawText(), again.GetRawText());
        var list = (await portal.Partner.GetAsync("/api/simulations?pageSize=500").JsonAsync()).Items();
        Assert.Contains(list, simulation => simulation.Text("id") == id);
        var starts = list.Select(simulation => simulation.GetProperty("startedAt").GetDateTime()).ToArray();
        Assert.Equal(starts.OrderDescending(), starts);
    }

    [Fact]
    public async Task NothingIsSentWhenTheTemplateHasProblems()
    {
        var before = await portal.ScalarAsync<int>("SELECT COUNT(*) FROM portal.simulation");
        var problem = await portal.Partner.PostAsJsonAsync("/api/simulations", new { template = PartnerEvents.Template + "\n}", rate = 10, stopAfterRecords = 5 })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var told = Assert.Single(problem.GetProperty("problems").EnumerateArray());
        Assert.Equal((9, 1), (told.Int("line"), told.Int("column")));
        Assert.Contains("Line 9, column 1", problem.Text("detail"));
        Assert.Equal(before, await portal.ScalarAsync<int>("SELECT COUNT(*) FROM portal.simulation"));
    }

    [Fact]
    public async Task InjectedFaultsAreCountedBesideTheCountersWhichStayExact()
    {
        var faults = new { throttling = 0.3, partialFailures = 0.1, duplicates = 0.2, late = 0.25, malformed = 0.1 };
        var id = (await portal.Partner.StartAsync(new { template = PartnerEvents.Template, rate = 1000, stopAfterRecords = 1000, seed = 5, faults })).Text("id")!;
        var ended = await portal.Partner.EndAsync(id);
        Assert.Equal((1000, 1000, 0), (ended.Int("attempted"), ended.Int("accepted"), ended.Int("rejected")));
        var injected = ended.GetProperty("injected");
        Assert.InRange(injected.Int("duplicates"), 140, 260);
        Assert.InRange(injected.Int("malformed"), 60, 140);
        Assert.InRange(injected.Int("late"), 190, 310);
        Assert.True(injected.Int("withheld") > 0);
        Assert.True(ended.Int("retried") >= injected.Int("withheld"));

        var (good, spoilt) = (1000 + injected.Int("duplicates"), injected.Int("malformed"));
        await Eventually.IsAsync(async () => (await landing.LinesAsync(id)).Count == good + spoilt, $"{good} and {spoilt} records landed");
        var lines = await landing.LinesAsync(id);
        var events = lines.Where(line => EventText.Check(line).Count == 0).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(good, events.Length);
        Assert.Equal(1000, events.Select(one => one.Text("event_id")).Distinct().Count());
        var hourAgo = DateTimeOffset.UtcNow.AddMinutes(-30);
        Assert.Equal(injected.Int("late"), events.DistinctBy(one => one.Text("event_id")).Count(one => DateTimeOffset.Parse(one.Text("timestamp")!, CultureInfo.InvariantCulture) < hourAgo));
    }

    [Fact]
    public async Task APastPeriodIsFilledWithRecordsOfItsOwnTimes()
    {
        double[] quiet = [.. Enumerable.Repeat(0.0, 24)];
        double[] evening = [.. Enumerable.Range(0, 24).Select(hour => hour == 20 ? 0.1 : 0.0)];
        var template = PartnerEvents.Template.Replace("date.now", "date.simTime", StringComparison.Ordinal);
        var periodic = new { mean = new[] { evening, quiet, quiet, quiet, quiet, quiet, evening }, from = "2026-01-02T00:00:00Z", to = "2026-01-05T00:00:00Z" };
        var id = (await portal.Partner.StartAsync(new { template, rate = 5000, periodic, seed = 1 })).Text("id")!;
        var ended = await portal.Partner.EndAsync(id);
        Assert.Equal(("completed", 720, 720), (ended.Text("state"), ended.Int("attempted"), ended.Int("accepted")));

        await Eventually.IsAsync(async () => (await landing.IdsAsync(id)).Count == 720, "all events landed");
        var times = (await LandedAsync(ended)).Select(one => DateTimeOffset.Parse(one.Text("timestamp")!, CultureInfo.InvariantCulture)).ToArray();
        Assert.All(times, time => Assert.Equal(20, time.Hour));
        Assert.Equal([(DayOfWeek.Saturday, 360), (DayOfWeek.Sunday, 360)], times.CountBy(time => time.DayOfWeek).Select(day => (day.Key, day.Value)).OrderByDescending(day => day.Key));
    }

    [Fact]
    public async Task TheHistoryAndTheDeliveryOfASimulationAreTold()
    {
        var id = (await portal.Partner.StartAsync(new { templateId = 1, rate = 500, stopAfterSeconds = 2 })).Text("id")!;
        var ended = await portal.Partner.EndAsync(id);
        var samples = (await portal.Partner.GetAsync($"/api/simulations/{id}/history").JsonAsync()).GetProperty("samples").EnumerateArray().ToArray();
        Assert.True(samples.Length >= 2);
        Assert.Equal(ended.Int("accepted"), samples[^1].Int("accepted"));

        JsonElement delivery = default;
        await Eventually.IsAsync(
            async () => (delivery = await portal.Partner.GetAsync($"/api/simulations/{id}/delivery").JsonAsync()).Int("bufferedBytes") == 0, "everything was delivered");
        Assert.True(delivery.GetProperty("objectBytes").GetInt64() >= ended.GetProperty("acceptedBytes").GetInt64());
        Assert.Equal(delivery.Int("objects"), delivery.Int("unreadObjects"));
        Assert.Equal((1024 * 1024, 0), (delivery.Int("flushBytes"), delivery.Int("flushSeconds")));
        Assert.Equal(JsonValueKind.Null, delivery.GetProperty("secondsToFlush").ValueKind);
    }

    [Theory]
    [InlineData("""{"templateId": 1, "periodic": {"mean": [[1]], "speed": 1}}""", "periodic.mean", 400)]
    [InlineData("""{"templateId": 1, "faults": {"throttling": 1}}""", "faults.throttling", 400)]
    [InlineData("""{"templateId": 1, "rate": 0}""", "rate", 400)]
    [InlineData("""{"templateId": 1, "rate": 50001}""", "rate", 400)]
    [InlineData("""{"templateId": 1, "rate": 10, "stopAfterRecords": 0}""", "stopAfterRecords", 400)]
    [InlineData("""{"templateId": 1, "rate": 10, "stopAfterSeconds": -1}""", "stopAfterSeconds", 400)]
    [InlineData("""{"templateId": 1, "rate": 50000, "stopAfterSeconds": 604800}""", "stopAfterSeconds", 422)]
    [InlineData("""{"rate": 10}""", "template", 400)]
    [InlineData("""{"templateId": 1, "template": "{}", "rate": 10}""", "template", 400)]
    [InlineData("""{"templateId": 987654, "rate": 10}""", "templateId", 422)]
    [InlineData("""{"templateId": 1, "rate": 10, "deliveryStream": "nowhere"}""", "deliveryStream", 422)]
    public async Task ARequestThatCannotBeRunNamesTheField(string request, string field, int status) =>
        Assert.Equal([field], await portal.Partner.PostAsync("/api/simulations", new StringContent(request, null, "application/json")).FaultyFieldsAsync((HttpStatusCode)status));

    [Fact]
    public async Task APastPeriodOfTooManyRecordsIsRefused()
    {
        double[][] mean = [.. Enumerable.Repeat<double[]>([.. Enumerable.Repeat(10_000.0, 24)], 7)];
        var periodic = new { mean, from = "2026-01-01T00:00:00Z", to = "2026-01-03T00:00:00Z" };
        Assert.Equal(["periodic.to"], await portal.Partner.PostAsJsonAsync("/api/simulations", new { templateId = 1, rate = 10, periodic }).FaultyFieldsAsync(HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task TheObjectsOfASimulationAreThoseOfItsTimeOfAnyVersionOfTheStream()
    {
        var id = (await portal.Partner.StartAsync(new { templateId = 1, rate = 500, stopAfterRecords = 10 })).Text("id")!;
        await portal.Partner.EndAsync(id);
        await portal.ExecuteAsync(
            "UPDATE portal.simulation SET started_at = '2020-05-31 23:59:00', ended_at = '2020-06-01 00:01:00' WHERE simulation_id = @id", new { id });
        foreach (var (key, state) in new[]
        {
            ("streaming/2020/05/31/23/partner-events-1-2020-05-31-23-59-30-a", "taken"), ("streaming/2020/06/01/00/partner-events-7-2020-06-01-00-00-30-b", "found"),
            ("streaming/2020/05/31/23/partner-events-1-2020-05-31-23-50-00-c", "taken"), ("streaming/2020/06/01/00/partner-events-1-2020-06-01-00-02-00-d", "taken"),
            ("streaming/2020/06/01/00/viewing-sessions-1-2020-06-01-00-00-30-e", "taken"),
        })
            await portal.ExecuteAsync("""
                INSERT IGNORE INTO portal.landed_object (object_key, etag, feed, byte_count, state, found_at) VALUES (@key, 'x', LEFT(@key, 30), 100, @state, '2020-06-01 00:03:00')
                """, new { key, state });

        var delivery = await portal.Partner.GetAsync($"/api/simulations/{id}/delivery").JsonAsync();
        var keys = delivery.GetProperty("latest").EnumerateArray().Select(one => one.Text("key")![^1]).Order();
        Assert.Equal((2, 200, 1), (delivery.Int("objects"), delivery.Int("objectBytes"), delivery.Int("unreadObjects")));
        Assert.Equal("ab", string.Concat(keys));
    }

    [Fact]
    public async Task SeveralSimulationsRunAtOnce()
    {
        var ids = new List<string>();
        foreach (var rate in new[] { 50, 150, 1000 })
            ids.Add((await portal.Partner.StartAsync(new { templateId = 1, rate, stopAfterSeconds = 1 })).Text("id")!);
        var accepted = await Task.WhenAll(ids.Select(async id => (await portal.Partner.EndAsync(id)).Int("accepted")));
        Assert.Equal([50, 150, 1000], accepted);
    }

    [Fact]
    public async Task AnotherInstanceGoesOnWithTheSimulationOfOneThatDied()
    {
        var doomed = await portal.StartApiAsync(("Simulations__Lease", "00:00:02"));
        string id;
        await using (doomed)
        {
            using var client = await portal.SignInAtAsync(doomed.Address);
            id = (await client.StartAsync(new { templateId = 1, rate = 100, stopAfterSeconds = 4 })).Text("id")!;
            await Eventually.IsAsync(async () => (await client.GetAsync($"/api/simulations/{id}").JsonAsync()).Int("accepted") > 50, "some events were accepted");
            await doomed.KillAsync();
        }
        var ended = await portal.Partner.EndAsync(id);
        Assert.Equal("completed", ended.Text("state"));
        Assert.Equal((400, 400, 0), (ended.Int("attempted"), ended.Int("accepted"), ended.Int("rejected")));
        await Eventually.IsAsync(async () => (await landing.IdsAsync(id)).Count == 400, "every accepted event landed");
    }

    [Fact]
    public async Task ASimulationThatNobodyWentOnWithInTimeIsToldAsFailedWithWhatIsKnown()
    {
        var id = Guid.CreateVersion7().ToString("N");
        await portal.ExecuteAsync("""
            INSERT INTO portal.simulation (simulation_id, state, template_body, delivery_stream, rate, stop_after_records, seed, attempted, accepted, settled,
                rejected_ranges, started_by, started_at, lease_until)
            VALUES (@id, 'running', '{}', 'partner-events', 10, 600, 1, 250, 250, 250, '[]', 'partner', UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, UTC_TIMESTAMP(3) - INTERVAL 1 HOUR)
            """, new { id });
        var ended = await portal.Partner.EndAsync(id);
        Assert.Equal(("failed", 250), (ended.Text("state"), ended.Int("accepted")));
        Assert.Contains("after number 250", ended.Text("reason"));
    }

    [Fact]
    public async Task WhatTheLakeHasSeenIsToldBesideWhatWasAccepted()
    {
        var id = (await portal.Partner.EndAsync((await portal.Partner.StartAsync(new { templateId = 1, rate = 1000, stopAfterRecords = 100 })).Text("id")!)).Text("id");
        await portal.ExecuteAsync(
            "INSERT INTO portal.simulation_progress (simulation_id, landed, in_reports, updated_at) VALUES (@id, 60, 40, UTC_TIMESTAMP(3))", new { id });
        var simulation = await portal.Partner.GetAsync($"/api/simulations/{id}").JsonAsync();
        Assert.Equal((100, 60, 40, 40), (simulation.Int("accepted"), simulation.Int("landed"), simulation.Int("inReports"), simulation.Int("buffered")));
    }

    private async Task<JsonElement[]> LandedAsync(JsonElement simulation) =>
        [.. (await landing.EventsAsync()).Where(landed => landed.Text("event_id")!.StartsWith(simulation.Text("id")!, StringComparison.Ordinal))];
}
