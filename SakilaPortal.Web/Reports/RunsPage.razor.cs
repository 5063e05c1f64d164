using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Reports;

public sealed partial class RunsPage
{
    private const int PageSize = 25;

    [Inject] private ReportsClient Client { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "by")] private string? By { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? AskedPage { get; set; }

    [PersistentState] public RunsView? View { get; set; }

    public sealed record RunsView(string Query, Page<RunSummary> Runs, IReadOnlyList<PersonRuns> People);

    private int Number => AddressValue.Page(AskedPage);

    private string Query => string.Join('&', new (string Name, string? Value)[]
    {
        ("page", $"{Number}"), ("pageSize", $"{PageSize}"), ("startedBy", By), ("state", State), ("sort", Sort), ("desc", Sort is null or "person" or "report" ? null : "true"),
    }.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    protected override async Task OnParametersSetAsync()
    {
        if (View?.Query != Query)
            await LoadAsync();
    }

    private Task<bool> LoadAsync() => TryAsync(async () => View = new(Query, await Client.RunsAsync(Query, Leaving), await Client.PeopleAsync(Leaving)));

    private void Go(params (string Name, string? Value)[] changes) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(changes.ToDictionary(change => change.Name, change => (object?)change.Value)));
}
