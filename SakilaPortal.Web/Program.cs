using MudBlazor.Services;
using SakilaPortal.ServiceDefaults;
using SakilaPortal.Web;
using SakilaPortal.Web.Accounts;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;
using SakilaPortal.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.WebHost.UseStaticWebAssets();
builder.AddSession();
builder.Services.AddBackend();
builder.Services.AddMudServices();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
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
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
