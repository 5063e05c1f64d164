using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SakilaPortal.Contracts;

namespace SakilaPortal.Web.Shared;

/// <summary>A list whose filters, order and page stand in its address, so that reload, back and bookmarks keep them.</summary>
public abstract class ListPage : PortalPage
{
    private protected const int PageSize = 25;

    private protected ListPage()
    {
    }

    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    [Inject] private protected PersonClock Clock { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "page")] public string? AskedPage { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery] public string? Desc { get; set; }

    private protected int Number => AddressValue.Page(AskedPage);

    internal bool IsSortedBy(string order, bool descending) => Sort == order && (Desc == "true") == descending;

    /// <summary>This list with some of its address changed, from its first page on; a null leaves the name out.</summary>
    internal string With(params (string Name, object? Value)[] changes)
    {
        var all = changes.Prepend(("page", null)).GroupBy(change => change.Item1).ToDictionary(same => same.Key, same => same.Last().Item2);
        return $"/{Navigation.ToBaseRelativePath(Navigation.GetUriWithQueryParameters(all))}";
    }

    /// <summary>The same list as a file.</summary>
    private protected string CsvAddress => $"/{Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0]}/csv{QueryFor(null)}";

    private protected string PageAddress(int number) => With(("page", number));

    /// <summary>What the Api is asked for: the names are the same there, but for days, which begin where the person is.</summary>
    private protected string QueryFor(int? pageSize)
    {
        var query = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        query.Remove("page");
        AskInMoments(query, "from", "since", 0);
        AskInMoments(query, "to", "before", 1);
        if (pageSize is { } size)
            (query["page"], query["pageSize"]) = ($"{Number}", $"{size}");
        return QueryString.Create(query).ToString();
    }

    // A day that the calendar ends with, or that is none, is left to the Api.
    private void AskInMoments(Dictionary<string, StringValues> query, string day, string moment, int daysLater)
    {
        if (!DateOnly.TryParseExact(query.GetValueOrDefault(day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) || given.Year is < 2 or > 9998)
            return;
        query.Remove(day);
        query[moment] = $"{Clock.ToUtc(given.AddDays(daysLater).ToDateTime(default)):s}Z";
    }

    /// <summary>To what was chosen; the way back leads to the choice before.</summary>
    internal void Go(params (string Name, object? Value)[] changes) => Navigation.NavigateTo(With(changes));

    /// <summary>The same while a person types: the way back leads to before the first letter.</summary>
    private protected void Refine(string name, object? value) =>
        Navigation.NavigateTo(With((name, value)), replace: QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).ContainsKey(name));

    /// <summary>From a page beyond the end, as a bookmark may name one when rows have gone, to the last there is.</summary>
    private protected bool TurnBack(long? total)
    {
        var last = Math.Max(1, ((total ?? 0) + PageSize - 1) / PageSize);
        if (Number <= last)
            return false;
        Navigation.NavigateTo(With(("page", last == 1 ? null : last)), replace: true);
        return true;
    }
}

/// <summary>A list of one kind, loaded whenever its address changes.</summary>
public abstract class ListPage<T> : ListPage
{
    private string? loaded;

    [PersistentState] public Page<T>? Shown { get; set; }

    private protected bool Loading { get; private set; }

    /// <summary>The list's table: cards on a phone, faint while other rows are on their way.</summary>
    private protected string TableClass => Loading ? "cards stale" : "cards";

    private protected abstract Task<Page<T>> FindAsync(string query);

    protected override async Task OnParametersSetAsync()
    {
        var restored = loaded is null && Shown is not null;
        if (restored || loaded == Navigation.Uri)
            loaded = Navigation.Uri;
        else
            await LoadAsync();
    }

    private protected async Task LoadAsync()
    {
        var asked = loaded = Navigation.Uri;
        Loading = true;
        await TryAsync(async () =>
        {
            var found = await FindAsync(QueryFor(PageSize));
            // A later address may have been quicker.
            if (asked == loaded && !(found.Items.Count == 0 && TurnBack(found.Total)))
                Shown = found;
        });
        Loading = false;
    }
}
