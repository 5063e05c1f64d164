using SakilaPortal.Web.Accounts;
using SakilaPortal.Web.Customers;
using SakilaPortal.Web.Films;
using SakilaPortal.Web.Home;
using SakilaPortal.Web.Platform;
using SakilaPortal.Web.Rentals;
using SakilaPortal.Web.Reports;
using SakilaPortal.Web.Reports.Dashboards;
using SakilaPortal.Web.Shell;
using SakilaPortal.Web.Simulations;

namespace SakilaPortal.Web.Backend;

internal static class BackendSetup
{
    /// <summary>One typed client for each feature of the Api.</summary>
    public static void AddBackend(this IServiceCollection services)
    {
        services.AddHttpClient(ApiTransport.ClientName, client => client.BaseAddress = new("http://api/api/"));
        services.AddSingleton<ApiTransport>();
        services.AddSingleton<AccountsClient>();
        services.AddScoped<ApiConnection>();
        services.AddScoped<UsersClient>();
        services.AddScoped<LakeClient>();
        services.AddScoped<PlatformClient>();
        services.AddScoped<RentalsClient>();
        services.AddScoped<CustomersClient>();
        services.AddScoped<FilmsClient>();
        services.AddScoped<DraftStore>();
        services.AddScoped<SimulationsClient>();
        services.AddScoped<TemplatesClient>();
        services.AddScoped<TemplateDrafts>();
        services.AddScoped<PartnerEventsClient>();
        services.AddScoped<PageScript>();
        services.AddScoped<ReportsClient>();
        services.AddScoped<DashboardsClient>();
        services.AddScoped<PaletteSources>();
    }
}
