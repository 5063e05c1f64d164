using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Home;

internal sealed class LakeClient(ApiConnection api)
{
    public Task<Overview> OverviewAsync(string zone, CancellationToken cancellationToken) => api.GetAsync<Overview>($"overview?zone={Uri.EscapeDataString(zone)}", cancellationToken);
}
