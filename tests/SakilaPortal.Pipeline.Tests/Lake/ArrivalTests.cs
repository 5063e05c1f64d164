using System.Net;
using System.Text.Json;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class ArrivalTests(LakeFixture lake)
{
    [Fact]
    public async Task ARecordThatIsNullIsPassedOver()
    {
        using var response = await lake.PostArrivalsAsync("""{"Records":[null]}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"Records":5}""")]
    [InlineData("[]")]
    public async Task ABodyThatCannotBeReadIsRefusedWithoutAStackTrace(string body)
    {
        using var response = await lake.PostArrivalsAsync(body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()!);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }
}
