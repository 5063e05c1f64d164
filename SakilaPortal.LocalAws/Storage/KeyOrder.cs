namespace SakilaPortal.LocalAws.Storage;

/// <summary>
/// S3 lists keys in the binary order of their UTF-8 (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html).
/// That is the order of UTF-16 but for surrogates, which stand for what sorts last.
/// </summary>
internal sealed class KeyOrder : IComparer<string>
{
    public static readonly KeyOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var common = Math.Min(x!.Length, y!.Length);
        var at = x.AsSpan(0, common).CommonPrefixLength(y);
        return at == common ? x.Length.CompareTo(y.Length) : Rank(x[at]).CompareTo(Rank(y[at]));
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
