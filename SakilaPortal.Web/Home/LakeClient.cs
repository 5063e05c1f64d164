using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Home;

internal sealed class LakeClient(ApiConnection api)
{
    public Task<Overview> OverviewAsync(CancellationToken cancellationToken) => api.GetAsync<Overview>("overview", cancellationToken);
}
