using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Shell;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Shell;

public sealed class MainLayoutTests : PortalContext
{
    [Fact]
    public async Task ADeviceThatIsInAnotherZoneNowShowsThePageInThatZone()
    {
        var layout = Render<MainLayout>(parameters => parameters.Add(one => one.Body, body =>
        {
            body.OpenComponent<NamedZone>(0);
            body.CloseComponent();
        }));
        Assert.Equal("UTC", layout.Find("output").TextContent);

        await layout.InvokeAsync(() => layout.FindComponent<ThemeMenu>().Instance.OnDeviceAsync(false, "Asia/Tokyo"));

        Assert.Equal("Asia/Tokyo", layout.Find("output").TextContent);
    }

    private sealed class NamedZone : ComponentBase
    {
        [Inject] private PersonClock Clock { get; set; } = null!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "output");
            builder.AddContent(1, Clock.ZoneName);
            builder.CloseElement();
        }
    }
}
