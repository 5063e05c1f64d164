using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using MySqlConnector;
using static Microsoft.Playwright.Assertions;

namespace SakilaPortal.AppHost.Tests.Browser;

/// <summary>A clerk's day without a mouse: rent, lose the page, take back, undo, note and take a payment.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class ClerkWalkTests(PortalFixture portal)
{
    // Many times round the page: what a page still does meanwhile, such as moving the focus itself, must not decide.
    private const int MostTabs = 1500;
    private const int ToldTabs = 80;

    [Fact]
    public async Task AClerkRentsTakesBackAndUndoesByKeyboardAlone()
    {
        var document = await TextAsync("SELECT document FROM portal.customer_document JOIN customer USING (customer_id) WHERE active ORDER BY customer_id LIMIT 1 OFFSET 20");
        var films = await FreeFilmsAsync();
        var page = await portal.SignInAsync("clerk");
        await page.OpenAsync("/rentals/new");

        // The entry begins in its first field and goes on with Enter.
        await TakeAsync(page, "Customer", document);
        await Expect(page.GetByTestId("customer")).ToContainTextAsync("out");
        foreach (var film in films)
            await TakeAsync(page, "Film", film);
        await Expect(page.GetByTestId("basket").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);

        // A page that goes away takes nothing with it.
        await page.OpenAsync("/rentals/new");
        await Expect(page.GetByTestId("restored")).ToBeVisibleAsync();
        await TabToAsync(page, page.GetByRole(AriaRole.Combobox, new() { NameRegex = FilmLabel() }));
        await page.Keyboard.PressAsync("Enter");
        var saved = page.GetByTestId("saved");
        await Expect(saved).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Combobox, new() { NameRegex = CustomerLabel() })).ToBeFocusedAsync();
        var text = await saved.InnerTextAsync();
        var (rentals, copies) = (Rentals().Matches(text).Select(match => match.Groups[1].Value).ToList(), Copies().Matches(text).Select(match => match.Groups[1].Value).ToList());
        Assert.Equal((2, 2), (rentals.Count, copies.Count));
        Assert.Equal("2", await TextAsync($"SELECT COUNT(*) FROM rental WHERE rental_id IN ({string.Join(',', rentals)}) AND return_date IS NULL"));

        // Scan, Enter, Enter: the focus stays where the next scan would go.
        await page.OpenAsync("/returns");
        await Expect(page.GetByLabel("Copy number")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(copies[0]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = TakeBack() })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Copy number")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("returned")).ToContainTextAsync(films[0]);
        Assert.Equal("0", await TextAsync($"SELECT COUNT(*) FROM rental WHERE rental_id = {rentals[0]} AND return_date IS NULL"));

        // The page is ready for the next copy; but it was another case, and the way back is beside it.
        await Expect(page.GetByLabel("Copy number")).ToBeFocusedAsync();
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $"Undo the return of {films[0]}" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("wrong case");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = $"The return is undone: {films[0]} is out" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Copy number")).ToBeFocusedAsync();
        Assert.Equal("1", await TextAsync($"SELECT COUNT(*) FROM rental WHERE rental_id = {rentals[0]} AND return_date IS NULL"));

        await page.OpenAsync($"/rentals/{rentals[1]}");
        await TabToAsync(page, page.GetByLabel("Reason"));
        await page.Keyboard.TypeAsync("wrong film");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("undone")).ToContainTextAsync("wrong film");
        Assert.Equal("0", await TextAsync($"SELECT COUNT(*) FROM rental WHERE rental_id = {rentals[1]}"));
    }

    [Fact]
    public async Task AClerkNotesSomethingTakesAPaymentAndWaivesAFeeByKeyboardAlone()
    {
        var id = await TextAsync("SELECT customer_id FROM customer WHERE active ORDER BY customer_id LIMIT 1 OFFSET 30");
        var document = await TextAsync($"SELECT document FROM portal.customer_document WHERE customer_id = {id}");
        var page = await portal.SignInAsync("clerk");
        await page.OpenAsync("/");
        foreach (var film in new[] { 1, 3 })
        {
            var title = await TextAsync($"SELECT title FROM film WHERE film_id = {film}");
            await GoToAsync(page, title, $"/films/{film}");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        }
        await GoToAsync(page, document, $"/customers/{id}");

        await TabToAsync(page, page.GetByRole(AriaRole.Textbox, new() { Name = "New note" }));
        await page.Keyboard.TypeAsync("Prefers the phone.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("notes")).ToContainTextAsync("Prefers the phone.");

        await TabToAsync(page, page.GetByLabel("Amount in dollars"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("1.25");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("paid")).ToContainTextAsync("$1.25");
        Assert.Equal("1", await TextAsync($"SELECT COUNT(*) FROM payment WHERE customer_id = {id} AND amount = 1.25 AND rental_id IS NULL"));

        var late = await TextAsync("SELECT rental_id FROM rental WHERE return_date IS NULL AND rental_date < '2007-01-01' ORDER BY rental_id LIMIT 1");
        await page.OpenAsync($"/rentals/{late}");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("owe") }));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Form, new() { Name = "Waive the late fee" }).GetByLabel("Reason"));
        await page.Keyboard.TypeAsync("the store was closed");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "of the late fee waived" })).ToBeVisibleAsync();
        Assert.Equal("the store was closed", await TextAsync($"SELECT reason FROM portal.late_fee_waiver WHERE rental_id = {late}"));
    }

    /// <summary>Types into the field that has the focus, and takes the first of what it offers.</summary>
    private static async Task TakeAsync(IPage page, string label, string text)
    {
        await Expect(page.GetByRole(AriaRole.Combobox, new() { NameRegex = new Regex($"^{label}") })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(text);
        await Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = text }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
    }

    /// <summary>From any page, by the command palette.</summary>
    private static async Task GoToAsync(IPage page, string text, string path)
    {
        await page.Keyboard.PressAsync("Control+K");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Go to" }).GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(text);
        await Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = text })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"{path}$"));
    }

    private static async Task TabToAsync(IPage page, ILocator field)
    {
        await Expect(field).ToBeVisibleAsync();
        var passed = new List<string>();
        for (var tab = 0; tab < MostTabs; tab++)
        {
            if (await field.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            passed.Add(await page.EvaluateAsync<string>("() => { const at = document.activeElement; return at.getAttribute('aria-label') ?? at.id ?? at.tagName; }"));
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The tabulator does not lead to {field} within {MostTabs} steps, but over: {string.Join(" | ", passed.TakeLast(ToldTabs))}.");
    }

    private async Task<string[]> FreeFilmsAsync()
    {
        const string sql = """
            SELECT GROUP_CONCAT(title ORDER BY film_id SEPARATOR '|') FROM (
                SELECT f.film_id, f.title FROM film f JOIN inventory i ON i.film_id = f.film_id AND i.store_id = 1
                WHERE NOT EXISTS (SELECT 1 FROM rental r JOIN inventory j ON j.inventory_id = r.inventory_id WHERE j.film_id = f.film_id AND r.return_date IS NULL)
                GROUP BY f.film_id, f.title ORDER BY f.film_id LIMIT 2 OFFSET 40) free
            """;
        return (await TextAsync(sql)).Split('|');
    }

    private async Task<string> TextAsync(string sql)
    {
        await using var connection = new MySqlConnection(await portal.App.GetConnectionStringAsync("sakila"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{await command.ExecuteScalarAsync()}";
    }

    [GeneratedRegex("Rental ([0-9]+) saved")]
    private static partial Regex Rentals();

    [GeneratedRegex("Copy ([0-9]+), store")]
    private static partial Regex Copies();

    [GeneratedRegex("^Film")]
    private static partial Regex FilmLabel();

    [GeneratedRegex("^Customer")]
    private static partial Regex CustomerLabel();

    [GeneratedRegex("^Take back")]
    private static partial Regex TakeBack();
}
