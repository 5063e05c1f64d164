using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Signing;

namespace SakilaPortal.LocalAws.Tests.Signing;

public sealed class ChunkedPayloadTests
{
    [Fact]
    public void WhateverIsSentInChunksIsReadAsItWas() => Prop.ForAll(
        Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf().ListOf().Select(chunks => chunks.Where(chunk => chunk.Length > 0).ToList()).ToArbitrary(),
        chunks =>
        {
            var body = chunks.SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8])
                .Concat("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n"u8.ToArray()).ToArray();
            var payload = Of(body);
            Assert.Equal(chunks.SelectMany(chunk => chunk), ReadAsync(payload).GetAwaiter().GetResult());
            Assert.Equal("AAAAAA==", payload.Trailers["X-Amz-Checksum-Crc32"]);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("5\r\nhel", "IncompleteBody")]
    [InlineData("5\r\nhello\r\n", "IncompleteBody")]
    [InlineData("5\r\nhello there\r\n0\r\n\r\n", "InvalidRequest")]
    [InlineData("xyz\r\n", "InvalidRequest")]
    [InlineData("0\r\nno header\r\n\r\n", "InvalidRequest")]
    [InlineData("ffffffffffffffff\r\n", "InvalidRequest")]
    public async Task ABodyThatIsNotWellFormedIsRefused(string body, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<AwsException>(() => ReadAsync(Of(Encoding.ASCII.GetBytes(body))))).Code);

    [Fact]
    public async Task ABodyOfAnotherLengthThanPromisedIsRefused()
    {
        var payload = Of("2\r\nab\r\n0\r\n\r\n"u8.ToArray(), decodedLength: 3);
        Assert.Equal("IncompleteBody", (await Assert.ThrowsAsync<AwsException>(() => ReadAsync(payload))).Code);
    }

    private static Payload Of(byte[] body, long? decodedLength = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body);
        if (decodedLength is not null) request.Headers["x-amz-decoded-content-length"] = decodedLength.ToString();
        return Payload.Of(request, "STREAMING-UNSIGNED-PAYLOAD-TRAILER", null);
    }

    private static async Task<byte[]> ReadAsync(Payload payload)
    {
        using var target = new MemoryStream();
        await payload.CopyToAsync(target, CancellationToken.None);
        return target.ToArray();
    }
}
