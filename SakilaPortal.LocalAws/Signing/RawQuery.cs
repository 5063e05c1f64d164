using System.Text;

namespace SakilaPortal.LocalAws.Signing;

/// <summary>The parts of a request's address as they were sent, and as AWS encodes them.</summary>
internal sealed class RawQuery
{
    private readonly List<(string Name, string Value)> parameters;

    private RawQuery(IEnumerable<(string, string)> parameters) => this.parameters = [.. parameters];

    public static RawQuery Parse(string query) => new(
        from part in query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let pair = part.Replace('+', ' ').Split('=', 2)
        select (Uri.UnescapeDataString(pair[0]), pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : ""));

    public string? this[string name] => parameters.FirstOrDefault(parameter => parameter.Name == name).Value;
    public IEnumerable<KeyValuePair<string, string>> All => parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value));
    public bool Has(string name) => parameters.Exists(parameter => parameter.Name == name);

    /// <summary>All but the signature itself, encoded, in the order of the encoded names.</summary>
    public string Canonical() => string.Join('&', parameters
        .Where(parameter => parameter.Name != "X-Amz-Signature")
        .Select(parameter => (Name: Encode(parameter.Name), Value: Encode(parameter.Value)))
        .OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
        .Select(parameter => $"{parameter.Name}={parameter.Value}"));

    /// <summary>A decoded path, encoded as S3 signs it: every byte but unreserved letters and the slash.</summary>
    public static string CanonicalPath(string path) => string.Join('/', path.Split('/').Select(Encode));

    /// <summary>Splits what was sent in the request line into its decoded path and its query.</summary>
    public static (string Path, RawQuery Query) SplitTarget(string target)
    {
        var start = target.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(target, UriKind.Absolute, out var uri)
            ? target.IndexOf(uri.Authority, StringComparison.OrdinalIgnoreCase) + uri.Authority.Length : 0;
        var question = target.IndexOf('?', start);
        return question < 0
            ? (Uri.UnescapeDataString(target[start..]), Parse(""))
            : (Uri.UnescapeDataString(target[start..question]), Parse(target[(question + 1)..]));
    }

    /// <summary>UriEncode of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html.</summary>
    public static string Encode(string value)
    {
        var encoded = new StringBuilder(value.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(value))
            if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~') encoded.Append((char)octet);
            else encoded.Append('%').Append(octet.ToString("X2"));
        return encoded.ToString();
    }
}
