using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SakilaPortal.ServiceDefaults.Tests;

/// <summary>An instance of a service on a free port, which answers what a test says.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private Instance(WebApplication app) => this.app = app;

    public int Asked => asked;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <param name="answer">The status of the n-th answer, counted from 1.</param>
    public static async Task<Instance> StartAsync(Func<int, int> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var instance = new Instance(builder.Build());
        instance.app.Run(context =>
        {
            context.Response.StatusCode = answer(Interlocked.Increment(ref instance.asked));
            return Task.CompletedTask;
        });
        await instance.app.StartAsync();
        return instance;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
