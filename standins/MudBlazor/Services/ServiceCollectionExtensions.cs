using Microsoft.Extensions.DependencyInjection;

namespace MudBlazor.Services;

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddMudServices(this IServiceCollection services) =>
        services.AddScoped<ISnackbar, SnackbarService>().AddScoped<IDialogService, DialogService>();
}
