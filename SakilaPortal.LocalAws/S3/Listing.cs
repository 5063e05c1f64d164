using System.Text;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>One page of a listing: objects and common prefixes, in the order of their keys.</summary>
/// <param name="Last">The last key or common prefix of the page, for the next one to begin after.</param>
internal sealed record Listing(List<StoredObject> Objects, List<string> CommonPrefixes, bool IsTruncated, string? Last)
{
    /// <param name="after">Keys at or before it are left out.</param>
    /// <param name="afterPrefix">When the page before ended with a common prefix: all keys that start with it are left out.</param>
    public static Listing Take(ObjectIndex index, string prefix, string delimiter, string after, string? afterPrefix, int maxKeys)
    {
        var page = new Listing([], [], false, null);
        var at = index.Seek(KeyOrder.Instance.Compare(after, prefix) > 0 ? after : prefix);
        if (after.Length > 0 && at < index.Count && index[at].Key == after) at++;
        if (afterPrefix is not null && at < index.Count && index[at].Key.StartsWith(afterPrefix, StringComparison.Ordinal)) at = index.SkipPrefix(at, afterPrefix);
        while (at < index.Count && index[at].Key.StartsWith(prefix, StringComparison.Ordinal))
        {
            if (page.Objects.Count + page.CommonPrefixes.Count == maxKeys) return page with { IsTruncated = maxKeys > 0 };
            var key = index[at].Key;
            var end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                page.Objects.Add(index[at++]);
                page = page with { Last = key };
                continue;
            }
            var common = key[..(end + delimiter.Length)];
            page.CommonPrefixes.Add(common);
            page = page with { Last = common };
            at = index.SkipPrefix(at, common);
        }
        return page;
    }

    /// <summary>The token with which the next page is asked for: where this one ended, and whether that was a common prefix.</summary>
    public string Token() => Convert.ToBase64String(Encoding.UTF8.GetBytes((CommonPrefixes.LastOrDefault() == Last ? "p" : "k") + Last));

    /// <returns>Null when the token is none of ours.</returns>
    public static (string After, string? AfterPrefix)? ReadToken(string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length == 0) return null;
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, length));
        return text[0] switch { 'k' => (text[1..], null), 'p' => (text[1..], text[1..]), _ => null };
    }
}
