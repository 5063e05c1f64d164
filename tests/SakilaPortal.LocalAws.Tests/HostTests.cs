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
        await using var server = await LocalAwsServer.StartAsync();
        using var http = server.Http();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/_localaws/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/_localaws/alive")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenIsUnhealthyButAlive()
    {
        await using var server = await LocalAwsServer.StartAsync();
        using var http = server.Http();
        Directory.CreateDirectory(Path.Combine(server.Data, "trial.new"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/_localaws/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/_localaws/alive")).StatusCode);
    }

    [Fact]
    public async Task TheKeyStaysTheSameAndIsForItsOwnerOnly()
    {
        await using var server = await LocalAwsServer.StartAsync();
        var before = server.Credentials.GetCredentials().SecretKey;
        await server.RestartAsync();
        Assert.Equal(before, server.Credentials.GetCredentials().SecretKey);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(server.Data, "credentials")));
    }

    [Fact]
    public async Task AResetForgetsEverythingWhereItIsAllowed()
    {
        await using var server = await LocalAwsServer.StartAsync("--allow-reset", "--reset-path", "/forget");
        using var http = server.Http();
        using var s3 = server.S3();
        await s3.PutBucketAsync("zone");
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "zone", Key = "k", ContentBody = "x" });
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync("/forget", null)).StatusCode);
        Assert.Empty((await s3.ListBucketsAsync()).Buckets ?? []);
        await server.RestartAsync();
        using var again = server.S3();
        Assert.Empty((await again.ListBucketsAsync()).Buckets ?? []);
    }

    [Fact]
    public async Task AResetIsNotThereUnlessItIsAllowed()
    {
        await using var server = await LocalAwsServer.StartAsync();
        using var http = server.Http();
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("/_localaws/reset", null)).StatusCode);
    }

    [Fact]
    public async Task WithoutAuthenticationAnybodyMayAndAVirtualHostNamesTheBucket()
    {
        await using var server = await LocalAwsServer.StartAsync("--auth", "none");
        using var http = server.Http();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, HttpMethod.Put, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, HttpMethod.Put, "/a/b", "hosted")).StatusCode);
        Assert.Equal("hosted", await http.GetStringAsync("/shop/a/b"));
    }

    [Fact]
    public async Task AClientOfAnotherSecretIsRefused()
    {
        await using var server = await LocalAwsServer.StartAsync();
        var stranger = new AmazonS3Client(server.Credentials.GetCredentials().AccessKey, "guessed", new AmazonS3Config { ServiceURL = server.Url, ForcePathStyle = true });
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => stranger.ListBucketsAsync());
        Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), (error.StatusCode, error.ErrorCode));
    }

    [Fact]
    public async Task OneFolderServesOneProcessAtATime()
    {
        await using var server = await LocalAwsServer.StartAsync();
        var error = Assert.Throws<StartupException>(() => LocalAwsHost.Build(["--urls", "http://127.0.0.1:0", "--data", server.Data]));
        Assert.Contains("in use by another LocalAws", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--auth", "sigv5")]
    [InlineData("--account", "12")]
    [InlineData("--firehose-max-interval", "-1")]
    [InlineData("--reset-path", "reset")]
    public void AWrongArgumentIsNamed(string name, string value) =>
        Assert.Contains(name, Assert.Throws<StartupException>(() => LocalAwsHost.Build([name, value])).Message, StringComparison.Ordinal);

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, string? content = null) => http.SendAsync(
        new HttpRequestMessage(method, path) { Content = new StringContent(content ?? ""), Headers = { Host = "shop.localhost" } });
}
