using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace Amazon.AwsJson;

/// <summary>How shapes look on the wire: members by their own names, absent when null, times as epoch seconds, blobs as base64.</summary>
internal static class Shapes
{
    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new EpochSeconds(), new Blob(), new Constants() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepOwnMembers, FillIdempotencyToken } },
    };

    private static void KeepOwnMembers(JsonTypeInfo type)
    {
        if (!typeof(AmazonWebServiceRequest).IsAssignableFrom(type.Type) && !typeof(AmazonWebServiceResponse).IsAssignableFrom(type.Type)) return;
        var inherited = type.Properties.Where(property => type.Type.GetProperty(property.Name)?.DeclaringType != type.Type).ToList();
        inherited.ForEach(property => type.Properties.Remove(property));
    }

    private static void FillIdempotencyToken(JsonTypeInfo type)
    {
        if (type.Properties.FirstOrDefault(property => property.Name == "ClientRequestToken") is not { Get: { } get } token) return;
        token.Get = request => get(request) ?? Guid.NewGuid().ToString();
    }

    private sealed class EpochSeconds : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTime.UnixEpoch.AddMilliseconds(Math.Round(reader.GetDouble() * 1000));

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((decimal)(value.ToUniversalTime() - DateTime.UnixEpoch).TotalMilliseconds / 1000);
    }

    private sealed class Blob : JsonConverter<MemoryStream>
    {
        public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetBytesFromBase64());
        public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.ToArray());
    }

    private sealed class Constants : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeof(ConstantClass).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Constant<>).MakeGenericType(typeToConvert));
    }

    private sealed class Constant<T> : JsonConverter<T> where T : ConstantClass
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T)Activator.CreateInstance(typeof(T), reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
