using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Vendor;

namespace SakilaPortal.Pipeline.Tests.Vendor;

public sealed class VendorFetchTests : IAsyncLifetime
{
    private static readonly ContentMark Nothing = new(null, null);
    private readonly string _path = Path.GetTempFileName();
    private readonly WebApplication _server;
    private readonly ServiceProvider _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();

    public VendorFetchTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapGet("/books.json", (HttpRequest request) => request.Headers.IfNoneMatch == "\"v1\""
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Text("[]", "application/json"));
        _server.Use(async (context, next) =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            await next(context);
        });
        _server.MapGet("/large.csv", () => Results.Bytes(new byte[(1 << 20) + 1]));
    }

    public Task InitializeAsync() => _server.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _services.DisposeAsync();
        File.Delete(_path);
    }

    [Fact]
    public async Task WhatTheServerSaysIsUnchangedIsNotBroughtAgain()
    {
        var mark = await FetchAsync("/books.json", Nothing);
        Assert.Equal("\"v1\"", mark?.ETag);
        Assert.Equal("[]", await File.ReadAllTextAsync(_path));
        Assert.Null(await FetchAsync("/books.json", mark!));
    }

    [Fact]
    public async Task AFileIsBroughtAgainOnceItChanged()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "one");
        var fetch = Fetch();
        var mark = await fetch.FetchAsync(file, Nothing, _path, CancellationToken.None);
        Assert.Null(await fetch.FetchAsync(file, mark!, _path, CancellationToken.None));
        await File.WriteAllTextAsync(file, "other");
        Assert.NotNull(await fetch.FetchAsync(new Uri(file).AbsoluteUri, mark!, _path, CancellationToken.None));
        Assert.Equal("other", await File.ReadAllTextAsync(_path));
        File.Delete(file);
    }

    [Theory]
    [InlineData("/none.csv", "answered 404 Not Found; set Vendor:Sources to where the file is.")]
    [InlineData("/large.csv", "is larger than 1 MB; raise Vendor:MaxMegabytes if it is to be.")]
    public async Task WhatCannotBeBroughtIsSaid(string path, string reason) =>
        Assert.EndsWith(reason, (await Assert.ThrowsAsync<VendorException>(() => FetchAsync(path, Nothing))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task AMissingFileIsSaid() => Assert.Equal(
        "There is no file /nowhere/movies.csv; set Vendor:Sources to where it is.",
        (await Assert.ThrowsAsync<VendorException>(() => Fetch().FetchAsync("/nowhere/movies.csv", Nothing, _path, CancellationToken.None))).Message);

    private Task<ContentMark?> FetchAsync(string path, ContentMark known) => Fetch().FetchAsync(_server.Urls.First() + path, known, _path, CancellationToken.None);

    private VendorFetch Fetch() => new(_services.GetRequiredService<IHttpClientFactory>(), Options.Create(new VendorOptions { MaxMegabytes = 1 }));
}
