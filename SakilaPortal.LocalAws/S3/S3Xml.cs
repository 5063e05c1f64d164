using System.Text;
using System.Xml;
using System.Xml.Linq;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.S3;

internal static class S3Xml
{
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    public static async Task WriteAsync(HttpContext context, XElement document)
    {
        // Keys may hold letters that XML 1.0 has no place for; a listing with encoding-type=url keeps clear of them.
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false };
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, settings)) document.Save(writer);
        context.Response.ContentType = "application/xml";
        context.Response.ContentLength = buffer.Length;
        await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }

    public static XElement Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false });
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException exception)
        {
            throw new AwsException("MalformedXML", $"The XML you provided was not well-formed: {exception.Message}");
        }
    }

    /// <summary>Children by their local name: clients differ in whether they write the namespace.</summary>
    public static IEnumerable<XElement> Children(this XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);

    public static string? Text(this XElement parent, string name) => parent.Children(name).FirstOrDefault()?.Value;
}
