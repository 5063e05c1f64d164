using MudBlazor.Services;
using SakilaPortal.ServiceDefaults;
using SakilaPortal.Web;
using SakilaPortal.Web.Accounts;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Reports;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.WebHost.UseStaticWebAssets();
builder.AddSession();
builder.Services.AddBackend();
builder.Services.AddMudServices();
// A text in an editor comes back whole with each change; Athena takes up to 256 KB of SQL.
builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = 1 << 20);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddScoped<PersonClock>();

var app = builder.Build();
app.UsePortalHeaders();
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapDefaultEndpoints();
app.MapSession();
app.MapReportDownloads();
app.MapListDownloads();
// A compressor that outlives its message would hold 300 KB for each open page.
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ConfigureWebSocketAcceptContext = (_, socket) =>
{
    socket.DisableServerContextTakeover = true;
    return Task.CompletedTask;
});
app.Run();
