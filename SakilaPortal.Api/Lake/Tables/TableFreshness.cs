using SakilaPortal.Api.Lake.Workflow;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tables;

/// <summary>How far tables are behind MySQL and the landing zone, by what the node that makes them has seen to be complete.</summary>
internal sealed class TableFreshness(NodeActivity activity)
{
    // A run of the schedule that finds nothing to do still says that there was nothing; it comes every second or so.
    private static readonly TimeSpan Current = TimeSpan.FromSeconds(10);

    public async Task<Func<string, string, Freshness?>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = await activity.ReadAsync(cancellationToken);
        return (database, table) => Of(now, now.MakerOf($"{database}.{table}"));
    }

    private static Freshness? Of(WorkflowNow now, NodeNow? maker) => maker switch
    {
        null => null,
        { FreshAsOf: { } seen } when now.At - seen <= Current => new("current", null, seen),
        _ => new(maker.HasFailed ? "failed" : "waiting", now.WaitsFor(maker), maker.FreshAsOf),
    };
}
