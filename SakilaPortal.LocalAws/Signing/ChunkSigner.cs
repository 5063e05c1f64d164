namespace SakilaPortal.LocalAws.Signing;

/// <summary>
/// Checks the chain of signatures over the chunks of a body: each covers the one before it
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html and …/sigv4-streaming-trailers.html).
/// </summary>
internal sealed class ChunkSigner(byte[] signingKey, string time, string scope, string seedSignature)
{
    private static readonly string EmptyHash = SignatureV4.HexHash("");
    private string previous = seedSignature;

    public bool AcceptChunk(string sha256, string signature) =>
        Accept($"{SignedParts.Algorithm}-PAYLOAD\n{time}\n{scope}\n{previous}\n{EmptyHash}\n{sha256}", signature);

    /// <param name="trailer">Each trailing header as name:value and a line feed.</param>
    public bool AcceptTrailer(string trailer, string signature) =>
        Accept($"{SignedParts.Algorithm}-TRAILER\n{time}\n{scope}\n{previous}\n{SignatureV4.HexHash(trailer)}", signature);

    private bool Accept(string stringToSign, string signature)
    {
        previous = SignatureV4.Sign(signingKey, stringToSign);
        return SignatureV4.AreEqual(previous, signature);
    }
}
