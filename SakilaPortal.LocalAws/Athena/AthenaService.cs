using SakilaPortal.LocalAws.Athena.NamedQueries;
using SakilaPortal.LocalAws.Athena.WorkGroups;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Athena;

/// <summary>Athena over its wire protocol (https://docs.aws.amazon.com/athena/latest/APIReference/API_Operations.html).</summary>
internal sealed partial class AthenaService : JsonService
{
    private const int PageLimit = 50;
    private readonly WorkGroupStore workGroups;
    private readonly NamedQueryStore namedQueries;

    public AthenaService(WorkGroupStore workGroups, NamedQueryStore namedQueries) : base("AmazonAthena", "athena")
    {
        (this.workGroups, this.namedQueries) = (workGroups, namedQueries);
        RegisterWorkGroups();
        RegisterNamedQueries();
    }

    private static Empty Done(Action action)
    {
        action();
        return new Empty();
    }
}
