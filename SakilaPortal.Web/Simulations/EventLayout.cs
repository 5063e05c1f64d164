using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SakilaPortal.Web.Simulations;

/// <summary>An event laid out to be read and repaired.</summary>
internal static class EventLayout
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A field a line, where the text is JSON; else the text as it is.</summary>
    public static string Spread(string text)
    {
        try
        {
            return JsonNode.Parse(text)?.ToJsonString(Indented) ?? text;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // This is what is to be repaired: no JSON, or a text with half of a character.
            return text;
        }
    }
}
