namespace SakilaPortal.Api.Partners.Templating;

/// <summary>A template that cannot be read.</summary>
/// <param name="offset">Where in the template's text, from 0.</param>
internal sealed class TemplateException(int offset, string message) : Exception(message)
{
    public int Offset => offset;
}
