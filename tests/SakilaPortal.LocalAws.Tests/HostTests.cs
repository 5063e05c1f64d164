using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using SakilaPortal.LocalAws.Hosting;

namespace SakilaPortal.LocalAws.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task HealthIsAnsweredBesideTheBuckets()
    {
        await using var server = await Running.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/_localaws/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/_localaws/alive")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Http.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task TheKeyStaysTheSameAndIsForItsOwnerOnly()
    {
        await using var server = await Running.StartAsync();
        var before = server.Aws.Credentials.GetCredentials().SecretKey;
        await server.Aws.RestartAsync();
        Assert.Equal(before, server.Aws.Credentials.GetCredentials().SecretKey);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(server.Aws.Data, "credentials")));
    }

    [Fact]
    public async Task AResetForgetsEverythingWhereItIsAllowed()
    {
        await using var server = await Running.StartAsync("--allow-reset", "--reset-path", "/forget");
        using var s3 = server.Aws.S3();
        await s3.PutBucketAsync("zone");
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "zone", Key = "k", ContentBody = "x" });
        Assert.Equal(HttpStatusCode.NoContent, (await server.Http.PostAsync("/forget", null)).StatusCode);
        Assert.Empty((await s3.ListBucketsAsync()).Buckets ?? []);
        await server.Aws.RestartAsync();
        using var again = server.Aws.S3();
        Assert.Empty((await again.ListBucketsAsync()).Buckets ?? []);
    }

    [Fact]
    public async Task AResetIsNotThereUnlessItIsAllowed()
    {
        await using var server = await Running.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.PostAsync("/_localaws/reset", null)).StatusCode);
    }

    [Fact]
    public async Task WithoutAuthenticationAnybodyMayAndAVirtualHostNamesTheBucket()
    {
        await using var server = await Running.StartAsync("--auth", "none");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, HttpMethod.Put, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, HttpMethod.Put, "/a/b", "hosted")).StatusCode);
        Assert.Equal("hosted", await server.Http.GetStringAsync("/shop/a/b"));
    }

    [Fact]
    public async Task AClientOfAnotherSecretIsRefused()
    {
        await using var server = await Running.StartAsync();
        var stranger = new AmazonS3Client(server.Aws.Credentials.GetCredentials().AccessKey, "guessed", new AmazonS3Config { ServiceURL = server.Aws.Url, ForcePathStyle = true });
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => stranger.ListBucketsAsync());
        Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), (error.StatusCode, error.ErrorCode));
    }

    [Fact]
    public async Task OneFolderServesOneProcessAtATime()
    {
        await using var server = await Running.StartAsync();
        var error = Assert.Throws<StartupException>(() => LocalAwsHost.Build(["--urls", "http://127.0.0.1:0", "--data", server.Aws.Data]));
        Assert.Contains("in use by another LocalAws", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--auth", "sigv5")]
    [InlineData("--account", "12")]
    [InlineData("--firehose-max-interval", "-1")]
    [InlineData("--reset-path", "reset")]
    public void AWrongArgumentIsNamed(string name, string value) =>
        Assert.Contains(name, Assert.Throws<StartupException>(() => LocalAwsHost.Build([name, value])).Message, StringComparison.Ordinal);

    private static Task<HttpResponseMessage> SendAsync(Running server, HttpMethod method, string path, string? content = null) => server.Http.SendAsync(
        new HttpRequestMessage(method, path) { Content = new StringContent(content ?? ""), Headers = { Host = "shop.localhost" } });

    private sealed class Running : IAsyncDisposable
    {
        private Running(LocalAwsServer aws) => (Aws, Http) = (aws, new HttpClient { BaseAddress = new Uri(aws.Url) });

        public LocalAwsServer Aws { get; }
        public HttpClient Http { get; }

        public static async Task<Running> StartAsync(params string[] arguments)
        {
            var server = new LocalAwsServer { Arguments = arguments };
            await server.InitializeAsync();
            return new Running(server);
        }

        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            await Aws.DisposeAsync();
        }
    }
}
