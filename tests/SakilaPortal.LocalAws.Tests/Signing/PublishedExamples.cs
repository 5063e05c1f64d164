using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;

namespace SakilaPortal.LocalAws.Tests.Signing;

/// <summary>
/// The worked examples that AWS publishes: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html,
/// …/sigv4-query-string-auth.html and …/sigv4-streaming.html.
/// </summary>
public sealed class PublishedExamples : IDisposable
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Scope = "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
    private readonly string folder = Directory.CreateTempSubdirectory("sigv4").FullName;
    private readonly FixedTime clock = new(new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero));
    private readonly SignatureVerifier verifier;

    public PublishedExamples()
    {
        var file = Path.Combine(folder, "credentials");
        File.WriteAllText(file, "[sakila]\naws_access_key_id=AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n");
        verifier = new SignatureVerifier(new LocalAwsOptions(), new AccessKeys(file), clock);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AGetOfARangeIsAccepted()
    {
        var request = Request("GET", "/test.txt", "host;range;x-amz-content-sha256;x-amz-date", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        request.Headers.Range = "bytes=0-9";
        Assert.Equal("/test.txt", (await verifier.VerifyAsync(request, isJson: false)).Path);
    }

    [Fact]
    public async Task APutOfAnEncodedKeyIsAccepted()
    {
        var request = Request("PUT", "/test%24file.text", "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd", "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072");
        request.Headers.Date = "Fri, 24 May 2013 00:00:00 GMT";
        request.Headers["x-amz-storage-class"] = "REDUCED_REDUNDANCY";
        request.Body = new MemoryStream("Welcome to Amazon S3."u8.ToArray());
        var verified = await verifier.VerifyAsync(request, isJson: false);
        Assert.Equal("/test$file.text", verified.Path);
        Assert.Equal("Welcome to Amazon S3.", Encoding.UTF8.GetString((await verified.ReadAsync()).Span));
    }

    [Theory]
    [InlineData("/?lifecycle", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData("/?max-keys=2&prefix=J", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    public async Task AQueryIsSignedInItsCanonicalForm(string target, string signature) =>
        Assert.Equal("s3", (await verifier.VerifyAsync(Request("GET", target, "host;x-amz-content-sha256;x-amz-date", signature), isJson: false)).Signer);

    [Fact]
    public async Task APresignedAddressIsAcceptedForItsTimeOnly()
    {
        const string target = "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        clock.Now += TimeSpan.FromHours(23);
        Assert.Equal("s3", (await verifier.VerifyAsync(Bare("GET", target), isJson: false)).Signer);
        clock.Now += TimeSpan.FromHours(2);
        var error = await Assert.ThrowsAsync<AwsException>(() => verifier.VerifyAsync(Bare("GET", target), isJson: false));
        Assert.Equal(("AccessDenied", "Request has expired."), (error.Code, error.Message));
    }

    [Fact]
    public async Task TheChunksOfAStreamAreAccepted() => Assert.Equal(66560, (await (await Stream('a')).ReadAsync()).Length);

    [Fact]
    public async Task AChangedChunkIsRefused()
    {
        var verified = await Stream('b');
        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAsync<AwsException>(verified.ReadAsync)).Code);
    }

    [Fact]
    public async Task ARequestThatWasSignedLongAgoIsRefused()
    {
        clock.Now += TimeSpan.FromMinutes(16);
        var request = Request("GET", "/?lifecycle", "host;x-amz-content-sha256;x-amz-date", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        Assert.Equal("RequestTimeTooSkewed", (await Assert.ThrowsAsync<AwsException>(() => verifier.VerifyAsync(request, isJson: false))).Code);
    }

    [Fact]
    public async Task AHeaderOfAmazonsThatIsNotSignedIsRefused()
    {
        var request = Request("GET", "/?lifecycle", "host;x-amz-content-sha256;x-amz-date", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        request.Headers["x-amz-meta-late"] = "1";
        Assert.Equal("x-amz-meta-late", (await Assert.ThrowsAsync<AwsException>(() => verifier.VerifyAsync(request, isJson: false))).Details["HeadersNotSigned"]);
    }

    private Task<VerifiedRequest> Stream(char letter)
    {
        var request = Request("PUT", "/examplebucket/chunkObject.txt",
            "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class",
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        request.Host = new HostString("s3.amazonaws.com");
        request.Headers["x-amz-storage-class"] = "REDUCED_REDUNDANCY";
        request.Headers.ContentEncoding = "aws-chunked";
        request.Headers["x-amz-decoded-content-length"] = "66560";
        request.Headers.ContentLength = 66824;
        var body = Chunk(letter, 65536, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648")
            + Chunk(letter, 1024, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497")
            + Chunk(letter, 0, "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
        request.Body = new MemoryStream(Encoding.ASCII.GetBytes(body));
        return verifier.VerifyAsync(request, isJson: false);
    }

    private static string Chunk(char letter, int size, string signature) => $"{size:x};chunk-signature={signature}\r\n{new string(letter, size)}\r\n";

    private static HttpRequest Request(string method, string target, string signedHeaders, string signature, string hash = EmptyHash)
    {
        var request = Bare(method, target);
        request.Headers["x-amz-date"] = "20130524T000000Z";
        request.Headers["x-amz-content-sha256"] = hash;
        request.Headers.Authorization = $"AWS4-HMAC-SHA256 {Scope},SignedHeaders={signedHeaders},Signature={signature}";
        return request;
    }

    private static HttpRequest Bare(string method, string target)
    {
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Method = method;
        context.Request.Host = new HostString("examplebucket.s3.amazonaws.com");
        return context.Request;
    }
}
