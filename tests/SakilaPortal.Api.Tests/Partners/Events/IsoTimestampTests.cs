using SakilaPortal.Api.Partners.Events;

namespace SakilaPortal.Api.Tests.Partners.Events;

public class IsoTimestampTests
{
    [Theory]
    [InlineData("2021-12-06T19:30:19.099+0100")]
    [InlineData("2021-12-06T19:30:19-05:00")]
    [InlineData("2024-02-29T23:59Z")]
    [InlineData("2021-12-06T19:30:19.123456789Z")]
    [InlineData("2021-12-06T19:30:19+01")]
    public void ATimeWithOffsetIsTaken(string text) => Assert.True(IsoTimestamp.IsValid(text));

    [Theory]
    [InlineData("2021-12-06T19:30:19")]
    [InlineData("2021-12-06 19:30:19Z")]
    [InlineData("2021-02-29T10:00:00Z")]
    [InlineData("2021-12-06T25:00:00Z")]
    [InlineData("2021-12-06T19:30:60Z")]
    [InlineData("2021-12-06T19:30:19+15:00")]
    [InlineData("2021-12-06")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void AnythingElseIsNot(string text) => Assert.False(IsoTimestamp.IsValid(text));
}
