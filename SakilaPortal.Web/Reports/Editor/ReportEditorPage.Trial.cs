using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Web.Reports.Editor;

/// <summary>Trying a text: one trial at a time, which ends with the page.</summary>
public sealed partial class ReportEditorPage
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(300);

    private Run? run;
    private string? trial;
    private bool isTrying;

    // Keys ask for it as well. The text is read first, since it may be tried before the pause after the last key is over.
    private async Task TryItAsync()
    {
        if (Draft is null || busy || isTrying)
            return;
        isTrying = true;
        (run, trial) = (null, null);
        var sql = Draft.Sql;
        if (await SendAsync(() => StartAsync(sql)))
            await FollowTrialAsync(trial!, sql);
        isTrying = false;
    }

    private async Task StartAsync(string sql)
    {
        await ReadTextAsync();
        var declared = values.Where(value => parameters.Any(parameter => parameter.Name == value.Key)).ToDictionary();
        trial = await Client.StartDraftAsync(sql, declared, Leaving);
    }

    private async Task FollowTrialAsync(string runId, string sql)
    {
        await FollowAsync(Refresh, async () =>
        {
            run = await Client.RunAsync(runId, Leaving);
            if (run.Failure is { Line: { } line } failure && Draft!.Sql == sql)
                problems = [new(line, failure.Column ?? 1, failure.What)];
            return !ReportsText.IsOver(run.State);
        });
        // Nobody can see the result of one that is left.
        if (Leaving.IsCancellationRequested)
            await TryAsync(() => Client.CancelAsync(runId, CancellationToken.None));
    }

    private Task<bool> StopAsync() => TryAsync(() => Client.CancelAsync(trial!, Leaving));
}
