using System.Text.RegularExpressions;

namespace SakilaPortal.LocalAws.S3;

/// <summary>The part of an object that a Range header asks for (https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2).</summary>
internal readonly partial record struct ByteRange(long First, long Length)
{
    public long Last => First + Length - 1;

    /// <returns>Null when there is no range in the header, which then means the whole; a range of no bytes when none can be given.</returns>
    public static ByteRange? Of(string? header, long size)
    {
        if (header is null || Form().Match(header) is not { Success: true } match) return null;
        var (from, to) = (Number(match.Groups[1]), Number(match.Groups[2]));
        return (from, to) switch
        {
            (null, null) => null,
            (null, { } suffix) => new ByteRange(Math.Max(0, size - suffix), Math.Min(size, suffix)),
            ({ } first, { } last) when last < first => null,
            ({ } first, _) when first >= size => new ByteRange(0, 0),
            ({ } first, _) => new ByteRange(first, Math.Min(to ?? long.MaxValue, size - 1) - first + 1),
        };
    }

    private static long? Number(Group digits) => digits.Length == 0 ? null : long.TryParse(digits.ValueSpan, out var number) ? number : long.MaxValue;

    [GeneratedRegex(@"^bytes=(\d*)-(\d*)$")]
    private static partial Regex Form();
}
