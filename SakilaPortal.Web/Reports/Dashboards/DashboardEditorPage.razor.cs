using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared.Charts;

namespace SakilaPortal.Web.Reports.Dashboards;

public sealed partial class DashboardEditorPage
{
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private string? chosen;
    private string saved = "";
    private bool asking;

    [Inject] private DashboardsClient Client { get; set; } = null!;

    [Inject] private ReportsClient Reports { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public long? Id { get; set; }

    [PersistentState] public DashboardDraft? Draft { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Draft is null)
            await LoadAsync();
        saved = $"{Draft}";
    }

    private bool IsChanged => Draft is not null && $"{Draft}" != saved;

    private Task<bool> LoadAsync() => TryAsync(async () =>
    {
        var dashboard = Id is { } id ? await Client.GetAsync(id, Leaving) : null;
        Draft = new() { Name = dashboard?.Name, Description = dashboard?.Description, Tiles = [.. dashboard?.Tiles ?? []], Reports = await Reports.ListAsync(Leaving), ChangedAt = dashboard?.ChangedAt };
        saved = $"{Draft}";
    });

    private void Add(string? reportId)
    {
        if (reportId is not null)
            Draft!.Tiles.Add(new(reportId));
        chosen = null;
    }

    private void Move(int from, int to) => (Draft!.Tiles[from], Draft.Tiles[to]) = (Draft.Tiles[to], Draft.Tiles[from]);

    private async Task SaveAsync(DateTime? over)
    {
        try
        {
            var dashboard = await Client.SaveAsync(Id, new(Draft!.Name, Draft.Description, Draft.Tiles, over), Leaving);
            saved = $"{Draft}";
            Navigation.NavigateTo($"/dashboards/{dashboard.Id}");
        }
        catch (ApiException e)
        {
            errors = e.Errors;
            Problem = errors.Count > 0 ? null : e.Message;
        }
    }

    private async Task DeleteAsync()
    {
        asking = false;
        if (!await TryAsync(() => Client.DeleteAsync(Id!.Value, Leaving)))
            return;
        saved = $"{Draft}";
        Navigation.NavigateTo("/dashboards");
    }

    private string? ErrorOf(string field) => errors.TryGetValue(field, out var texts) ? string.Join(' ', texts) : null;

    private static string ViewName(string? view) => Enum.TryParse<ChartKind>(view, ignoreCase: true, out var kind) ? RunText.Name(kind) : DashboardsText.AsReport;

    public sealed class DashboardDraft
    {
        public string? Name { get; set; }

        public string? Description { get; set; }

        public List<DashboardTile> Tiles { get; set; } = [];

        public IReadOnlyList<Report> Reports { get; set; } = [];

        /// <summary>When it was changed before it was read; null for a new one.</summary>
        public DateTime? ChangedAt { get; set; }

        /// <summary>All that a person writes here.</summary>
        public override string ToString() => $"{Name}\n{Description}\n{string.Join('\n', Tiles)}";
    }
}
