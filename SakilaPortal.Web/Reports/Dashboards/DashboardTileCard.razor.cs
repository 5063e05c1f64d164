using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Shared.Charts;

namespace SakilaPortal.Web.Reports.Dashboards;

public sealed partial class DashboardTileCard
{
    private const int Most = 50;
    private const int OneDay = 24 * 60;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    private TileData? data;
    private Run? run;
    private bool isRunning;
    private int done = -1;

    private sealed record TileData(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, ChartData? Chart, ChartKind Kind);

    [Inject] private ReportsClient Client { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Parameter] public Report? Report { get; set; }

    /// <summary>A higher number asks for another run.</summary>
    [Parameter] public int Round { get; set; }

    [Parameter, EditorRequired] public DashboardTile Tile { get; set; } = null!;

    [Parameter, EditorRequired] public IReadOnlyDictionary<string, string?> Values { get; set; } = new Dictionary<string, string?>();

    private string Title => Tile.Title ?? Report?.Name ?? Tile.ReportId;

    private string Address => $"/reports/{Uri.EscapeDataString(Tile.ReportId)}?{string.Join('&', Own.Select(value => $"p.{value.Key}={Uri.EscapeDataString(value.Value ?? "")}").Append($"run={run?.RunId}"))}";

    private Dictionary<string, string?> Own => Report!.Parameters.Where(parameter => Values.ContainsKey(parameter.Name)).ToDictionary(parameter => parameter.Name, parameter => Values[parameter.Name]);

    // Only on a circuit: the first drawing of the page starts nothing.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Report is null || done == Round)
            return;
        done = Round;
        await RunAsync();
        StateHasChanged();
    }

    // A result is taken over only while its tables are unchanged, so that a day is not too old.
    private async Task RunAsync()
    {
        var round = Round;
        isRunning = true;
        StateHasChanged();
        var isStarted = await TryAsync(async () => run = await Client.RunAsync(await Client.StartAsync(Tile.ReportId, new(Own, OneDay), Leaving), Leaving));
        if (isStarted && !ReportsText.IsOver(run!.State))
            await RepeatAsync(Refresh, FollowAsync);
        if (isStarted && round == Round && run is { State: "SUCCEEDED" })
            await TryAsync(ShowAsync);
        isRunning = false;
    }

    private async Task<bool> FollowAsync() => await TryAsync(async () => run = await Client.RunAsync(run!.RunId, Leaving)) && !ReportsText.IsOver(run!.State);

    private async Task ShowAsync()
    {
        var rows = await Client.RowsAsync(run!.RunId, 0, ResultChart.MostRows, null, false, Leaving);
        var chart = ResultChart.Of(run.Columns, rows);
        data = new(run.Columns, rows, chart, ResultChart.Kinds(chart, run.Columns, Tile.View ?? Report!.Chart)[0]);
    }
}
