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

    private sealed record TileData(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, IReadOnlyList<double?> Highest, ChartData? Chart, ChartKind Kind);

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
        string? runId = null;
        if (await TryAsync(async () => runId = await Client.StartAsync(Tile.ReportId, new(Own, OneDay), Leaving)))
            await FollowAsync(Refresh, () => LookAsync(runId!, round));
        // Meanwhile other values may have been chosen.
        if (round != Round)
            return;
        if (run is { State: "SUCCEEDED" } && run.RunId == runId)
            await TryAsync(ShowAsync);
        isRunning = false;
    }

    private async Task<bool> LookAsync(string runId, int round)
    {
        var asked = await Client.RunAsync(runId, Leaving);
        if (round == Round)
            run = asked;
        return round == Round && !ReportsText.IsOver(asked.State);
    }

    private async Task ShowAsync()
    {
        var rows = await Client.RowsAsync(run!.RunId, 0, ResultChart.MostRows, null, false, Leaving);
        var chart = ResultChart.Of(run.Columns, rows);
        data = new(run.Columns, rows, [.. run.Columns.Select((column, i) => ResultChart.IsMeasure(column) ? rows.Max(row => ResultChart.Number(row[i])) : null)], chart, ResultChart.Kinds(chart, run.Columns, Tile.View ?? Report!.Chart)[0]);
    }

    private static string? BarOf(TileData all, int column, string? cell) =>
        all.Kind == ChartKind.Bars && all.Highest[column] is > 0 and var highest && ResultChart.Number(cell) is { } value
            ? ChartScale.Css(Math.Clamp(100 * value / highest, 0, 100))
            : null;
}
