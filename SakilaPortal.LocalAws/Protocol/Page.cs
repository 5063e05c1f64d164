using System.Text;

namespace SakilaPortal.LocalAws.Protocol;

/// <summary>A piece of an ordered list. The token names the last item given, so items that come or go move no other.</summary>
internal static class Page
{
    /// <param name="ordered">All items, ascending by <paramref name="key"/> in ordinal order.</param>
    /// <param name="invalid">The code of the error when the token is none of ours or the number is out of range.</param>
    public static (List<T> Items, string? NextToken) Take<T>(
        IEnumerable<T> ordered, Func<T, string> key, string? token, int? maxResults, int limit, string invalid = "InvalidInputException")
    {
        if (maxResults < 1 || maxResults > limit) throw new AwsException(invalid, $"MaxResults must be from 1 to {limit}, not {maxResults}.");
        var after = token is null ? null : Decode(token, invalid);
        var size = maxResults ?? limit;
        var items = ordered.Where(item => after is null || string.CompareOrdinal(key(item), after) > 0).Take(size + 1).ToList();
        if (items.Count <= size) return (items, null);
        items.RemoveAt(size);
        return (items, Convert.ToBase64String(Encoding.UTF8.GetBytes(key(items[^1]))));
    }

    private static string Decode(string token, string invalid)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, length))
            : throw new AwsException(invalid, "NextToken is not one that was answered before.");
    }
}
