namespace SakilaPortal.Pipeline.Catalog;

internal static class CatalogExtensions
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddSingleton<LandingRegister>()
        .AddSingleton<GlueCatalog>()
        .AddSingleton<TableVersions>();
}
