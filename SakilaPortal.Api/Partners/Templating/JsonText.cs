using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace SakilaPortal.Api.Partners.Templating;

/// <summary>Follows a template's text as JSON: inside a string or not, so that values are escaped there and blanks dropped elsewhere.</summary>
internal sealed class JsonText
{
    private static readonly SearchValues<char> ToEscape =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    private bool escaped;

    public bool InString { get; private set; }

    /// <summary>The text without line breaks and blanks between JSON's tokens.</summary>
    public string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (InString || !char.IsWhiteSpace(character))
                compact.Append(character);
            if (character == '"' && !escaped)
                InString = !InString;
            escaped = InString && character == '\\' && !escaped;
        }
        return compact.ToString();
    }

    /// <summary>A value as it may stand inside a JSON string, or, outside of one, on a single line.</summary>
    public static string Fit(string value, bool inString)
    {
        if (!value.AsSpan().ContainsAny(ToEscape))
            return value;
        return inString ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value) : value.ReplaceLineEndings(" ");
    }
}
