using Amazon.Athena;
using Amazon.Glue;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using SakilaPortal.LocalAws.Hosting;

namespace SakilaPortal.LocalAws.Tests;

/// <summary>LocalAws on a free port over a folder of its own, with clients for it.</summary>
public sealed class LocalAwsServer : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>What the command line has besides address and folder.</summary>
    private string[] Arguments { get; init; } = [];

    /// <summary>The data folder; it survives a restart.</summary>
    public string Data { get; } = Path.Combine(Path.GetTempPath(), "localaws-" + Guid.NewGuid().ToString("N"));

    public string Url => app!.Urls.First();
    public IServiceProvider Services => app!.Services;
    public BasicAWSCredentials Credentials { get; private set; } = null!;

    public HttpClient Http() => new() { BaseAddress = new Uri(Url) };
    public AmazonS3Client S3() => new(Credentials, Configure(new AmazonS3Config()));
    public AmazonGlueClient Glue() => new(Credentials, Configure(new AmazonGlueConfig()));
    public AmazonKinesisFirehoseClient Firehose() => new(Credentials, Configure(new AmazonKinesisFirehoseConfig()));
    public AmazonAthenaClient Athena() => new(Credentials, Configure(new AmazonAthenaConfig()));

    public static async Task<LocalAwsServer> StartAsync(params string[] arguments)
    {
        var server = new LocalAwsServer { Arguments = arguments };
        await server.InitializeAsync();
        return server;
    }

    public async Task InitializeAsync()
    {
        app = LocalAwsHost.Build(["--urls", "http://127.0.0.1:0", "--data", Data, .. Arguments]);
        await app.StartAsync();
        var keys = (AccessKeys)app.Services.GetService(typeof(AccessKeys))!;
        Credentials = new BasicAWSCredentials(keys.AccessKey, keys.Secret);
    }

    /// <summary>Stops and starts again over the same folder, on another port.</summary>
    public async Task RestartAsync()
    {
        await app!.DisposeAsync();
        await InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    private T Configure<T>(T config) where T : ClientConfig
    {
        config.ServiceURL = Url;
        config.AuthenticationRegion = LocalAwsOptions.Region;
        config.MaxErrorRetry = 0;
        return config;
    }
}
