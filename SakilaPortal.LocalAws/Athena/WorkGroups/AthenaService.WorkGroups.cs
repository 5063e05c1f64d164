using SakilaPortal.LocalAws.Athena.WorkGroups;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Athena;

internal sealed partial class AthenaService
{
    private void RegisterWorkGroups()
    {
        On<CreateWorkGroupRequest, Empty>("CreateWorkGroup", request => Done(() => workGroups.Create(request)));
        On<UpdateWorkGroupRequest, Empty>("UpdateWorkGroup", request => Done(() => workGroups.Update(request)));
        On<WorkGroupNameRequest, Empty>("DeleteWorkGroup", request => Done(() => workGroups.Delete(request.WorkGroup)));
        On<WorkGroupNameRequest, GetWorkGroupResponse>("GetWorkGroup", request => new(workGroups.Get(request.WorkGroup)));
        On<ListRequest, ListWorkGroupsResponse>("ListWorkGroups", ListWorkGroups);
    }

    private ListWorkGroupsResponse ListWorkGroups(ListRequest request)
    {
        var ordered = workGroups.All.OrderBy(group => group.Name, StringComparer.Ordinal);
        var (items, token) = Page.Take(ordered, group => group.Name, request.NextToken, request.MaxResults, PageLimit, "InvalidRequestException");
        return new([.. items.Select(group =>
            new WorkGroupSummary(group.Name, group.State, group.Description, group.CreationTime, group.Configuration.EngineVersion))], token);
    }
}
