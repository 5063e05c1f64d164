using System.Globalization;
using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using MySqlConnector;
using static Microsoft.Playwright.Assertions;

namespace SakilaPortal.AppHost.Tests.Browser;

/// <summary>What three people do on a day, each in a browser, through the whole system.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class PortalWalkTests(PortalFixture portal)
{
    private const int Events = 200;
    private static readonly LocatorAssertionsToBeVisibleOptions WhenDelivered = new() { Timeout = 120_000 };

    [Fact]
    public async Task EveryPartIsHealthy()
    {
        foreach (var part in new[] { "api", "pipeline", "web" })
        {
            using var client = portal.App.CreateHttpClient(part);
            using var response = await client.GetAsync(new Uri("/health", UriKind.Relative));
            Assert.True(response.IsSuccessStatusCode, $"{part}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task ARentalThatAClerkEntersIsInMySqlWithTheDateGiven()
    {
        var (film, storeId) = await RowAsync(
            """
            SELECT film.title, inventory.store_id FROM inventory JOIN film USING (film_id)
            WHERE NOT EXISTS (SELECT * FROM rental WHERE rental.inventory_id = inventory.inventory_id AND return_date IS NULL)
            ORDER BY inventory_id LIMIT 1
            """, row => (row.GetString(0), row.GetInt32(1)));
        var document = await RowAsync("SELECT document FROM portal.customer_document ORDER BY customer_id LIMIT 1", row => row.GetString(0));

        var page = await portal.SignInAsync("clerk");
        await page.OpenAsync("/rentals/new");
        await ChooseAsync(page, "Customer", document);
        await ChooseAsync(page, "Film", film);
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($"Store {storeId}") }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { NameRegex = DateLabel() }).FillAsync("2005-06-07");
        await page.GetByLabel("Time").FillAsync("10:30");
        await page.GetByLabel("Time").PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save rental" }).ClickAsync();

        var saved = page.GetByTestId("saved");
        await Expect(saved).ToBeVisibleAsync();
        var rentalId = SavedRental().Match(await saved.InnerTextAsync()).Groups[1].Value;
        var date = await RowAsync($"SELECT rental_date FROM rental WHERE rental_id = {int.Parse(rentalId, CultureInfo.InvariantCulture)}", row => row.GetDateTime(0));
        Assert.Equal(new DateTime(2005, 6, 7, 10, 30, 0), date);
    }

    [Fact]
    public async Task WhatAPartnerSimulatesAddsUpInTheAnalystsReport()
    {
        var partner = await portal.SignInAsync("partner");
        await partner.OpenAsync("/simulator");
        await partner.GetByLabel("Records a second").FillAsync("100");
        await partner.GetByLabel("Records", new() { Exact = true }).FillAsync($"{Events}");
        await partner.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await Expect(partner.GetByText("Every accepted event is in the reports.")).ToBeVisibleAsync(WhenDelivered);
        await Expect(partner.GetByRole(AriaRole.Img, new() { Name = $"Of {Events} accepted events, {Events} are in reports" })).ToBeVisibleAsync();

        var analyst = await portal.SignInAsync("analyst");
        await analyst.OpenAsync("/reports");
        await analyst.GetByRole(AriaRole.Link, new() { Name = "Overall-Top-Streaming-Categories" }).ClickAsync();
        await analyst.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(analyst.GetByRole(AriaRole.Status).GetByText("succeeded")).ToBeVisibleAsync(WhenDelivered);
        await Expect(analyst.GetByTestId("totals")).ToContainTextAsync($"{Events}");
        var result = analyst.GetByTestId("result-rows").Locator("tbody").GetByRole(AriaRole.Cell);

        await Expect(result.First).ToBeVisibleAsync();
        var cells = await result.AllInnerTextsAsync();
        var streams = cells.Where((_, index) => index % 2 == 1).Sum(text => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        Assert.Equal(Events, streams);
    }

    /// <summary>Types into a field that looks up while a person types, and takes what it offers for that.</summary>
    private static async Task ChooseAsync(IPage page, string label, string text)
    {
        var field = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new Regex($"^{label}") });
        await field.FillAsync(text);
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = text }).First.ClickAsync();
    }

    private async Task<T> RowAsync<T>(string sql, Func<MySqlDataReader, T> read)
    {
        await using var connection = new MySqlConnection(await portal.App.GetConnectionStringAsync("sakila"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync(), sql);
        return read(reader);
    }

    [GeneratedRegex("Rental ([0-9]+) saved")]
    private static partial Regex SavedRental();

    [GeneratedRegex("^Date")]
    private static partial Regex DateLabel();
}
