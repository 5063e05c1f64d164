namespace SakilaPortal.Pipeline.Lake;

/// <summary>An object, or a folder of them, as <c>s3://bucket/key</c> names it.</summary>
internal sealed record ObjectAddress(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <exception cref="FormatException">It is no such address.</exception>
    public static ObjectAddress Parse(string address) =>
        address.StartsWith(Scheme, StringComparison.Ordinal) && address.IndexOf('/', Scheme.Length) is > 0 and var slash
            ? new(address[Scheme.Length..slash], address[(slash + 1)..])
            : throw new FormatException($"'{address}' is no address of the form s3://bucket/key.");

    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}
