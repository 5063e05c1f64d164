using SakilaPortal.LocalAws.Athena.Executions;
using SakilaPortal.LocalAws.Athena.NamedQueries;
using SakilaPortal.LocalAws.Athena.Results;
using SakilaPortal.LocalAws.Athena.WorkGroups;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Athena;

/// <summary>Athena over its wire protocol (https://docs.aws.amazon.com/athena/latest/APIReference/API_Operations.html).</summary>
internal sealed partial class AthenaService : JsonService
{
    private const int PageLimit = 50;
    private readonly WorkGroupStore workGroups;
    private readonly NamedQueryStore namedQueries;
    private readonly ExecutionStore executions;
    private readonly ExecutionQueue queue;
    private readonly Submission submission;
    private readonly QueryResults results;

    public AthenaService(
        WorkGroupStore workGroups, NamedQueryStore namedQueries, ExecutionStore executions, ExecutionQueue queue, Submission submission, QueryResults results)
        : base("AmazonAthena", "athena")
    {
        (this.workGroups, this.namedQueries) = (workGroups, namedQueries);
        (this.executions, this.queue, this.submission, this.results) = (executions, queue, submission, results);
        RegisterWorkGroups();
        RegisterNamedQueries();
        RegisterExecutions();
    }

    private static Empty Done(Action action)
    {
        action();
        return new Empty();
    }
}
