using MudBlazor;
using SakilaPortal.Contracts;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Customers;
using SakilaPortal.Web.Films;
using SakilaPortal.Web.Platform;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Reports;
using SakilaPortal.Web.Reports.Dashboards;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Simulations;
using Text = SakilaPortal.Web.Shell.ShellText;

namespace SakilaPortal.Web.Shell;

/// <summary>Somewhere to go from the palette.</summary>
internal sealed record Place(string Name, string? Note, string Href, string Icon);

/// <summary>One kind of thing that the palette finds by what was typed.</summary>
/// <param name="Role">Who may see such things.</param>
internal sealed record PaletteSource(string Heading, string Role, Func<string, CancellationToken, Task<IEnumerable<Place>>> FindAsync);

/// <summary>What there is beside pages. The short lists are asked for once and kept until <see cref="Forget"/>; the long ones are searched by the Api.</summary>
internal sealed class PaletteSources(
    CustomersClient customers, FilmsClient films, RentalsClient rentals, ReportsClient reports, DashboardsClient dashboards, TemplatesClient templates, PlatformClient platform)
{
    private Dictionary<string, Task<IReadOnlyList<Place>>> kept = [];

    public IReadOnlyList<PaletteSource> All =>
    [
        new(Text.Customers, Roles.Clerk, async (text, cancellationToken) => (await customers.SuggestAsync(text, cancellationToken)).Select(one =>
            new Place(CounterText.Name(one), CounterText.Join(one.Document, one.Email), $"/customers/{one.CustomerId}", Icons.Material.Outlined.Person))),
        new(Text.Films, Roles.Clerk, async (text, cancellationToken) => (await films.SuggestAsync(text, cancellationToken)).Where(one => Matches(text, one.Title)).Select(one =>
            new Place(one.Title, one.Category, $"/films/{one.FilmId}", Icons.Material.Outlined.LocalMovies))),
        new(Text.Rentals, Roles.Clerk, RentalAsync),
        new(Text.Reports, Roles.Analyst, Kept(Text.Reports, async () => (await reports.ListAsync(default)).Select(one =>
            new Place(one.Name, one.Description, $"/reports/{Uri.EscapeDataString(one.Id)}", Icons.Material.Outlined.BarChart)))),
        new(Text.Dashboards, Roles.Analyst, Kept(Text.Dashboards, async () => (await dashboards.ListAsync(default)).Select(one =>
            new Place(one.Name, one.Description, $"/dashboards/{one.Id}", Icons.Material.Outlined.Dashboard)))),
        new(Text.Tables, Roles.Analyst, Kept(Text.Tables, async () => (await platform.TablesAsync(default)).Items.Select(one =>
            new Place(one.Name, one.Database, $"/platform/tables/{one.Database}/{one.Name}", Icons.Material.Outlined.TableRows)))),
        new(TemplatesText.Title, Roles.Partner, Kept(TemplatesText.Title, async () => (await templates.ListAsync(default)).Select(one =>
            new Place(one.Name, null, $"/simulator?template={one.Id}", Icons.Material.Outlined.Sensors)))),
    ];

    public void Forget() => kept = [];

    /// <summary>Every word typed is somewhere in the name.</summary>
    public static bool Matches(string typed, string name) =>
        typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private async Task<IEnumerable<Place>> RentalAsync(string text, CancellationToken cancellationToken)
    {
        if (RentalNumber.Find(text) is not { } id)
            return [];
        try
        {
            var rental = await rentals.RentalAsync(id, cancellationToken);
            return [new(RentalText.Title(id), CounterText.Join(rental.Title, rental.CustomerName), $"/rentals/{id}", Icons.Material.Outlined.ReceiptLong)];
        }
        catch (ApiException e) when (e.Status == System.Net.HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    // Whoever types on stops waiting, yet leaves the list to come for the next key. What failed is asked for again.
    private Func<string, CancellationToken, Task<IEnumerable<Place>>> Kept(string name, Func<Task<IEnumerable<Place>>> ask) => async (text, cancellationToken) =>
    {
        if (!kept.TryGetValue(name, out var list) || list.IsFaulted)
            kept[name] = list = ListAsync();
        return (await list.WaitAsync(cancellationToken)).Where(place => Matches(text, place.Name));

        async Task<IReadOnlyList<Place>> ListAsync() => [.. await ask()];
    };
}
