namespace SakilaPortal.Api.Tests.Partners.Templating;

public class MomentFormatTests
{
    [Theory]
    [InlineData("{{date.now}}", "2010-02-14T15:25:50-05:00")]
    [InlineData("{{date.utc}}", "2010-02-14T20:25:50Z")]
    [InlineData("{{date.simTime}}", "2010-02-14T15:25:50-05:00")]
    [InlineData("{{date.now(\"dddd, MMMM Do YYYY, h:mm:ss a\")}}", "Sunday, February 14th 2010, 3:25:50 pm")]
    [InlineData("{{date.now(\"ddd, hA\")}}", "Sun, 3PM")]
    [InlineData("{{date.now(\"DD/MMM/YYYY:HH:mm:ss Z\")}}", "14/Feb/2010:15:25:50 -05:00")]
    [InlineData("{{date.utc(\"DD/MMM/YYYY:HH:mm:ss ZZ\")}}", "14/Feb/2010:20:25:50 +0000")]
    [InlineData("{{date.now(\"[Today is] dddd\")}}", "Today is Sunday")]
    [InlineData("{{date.now(\"YY M D d E DDD DDDD Q Qo w ww W WW GGGG gggg\")}}", "10 2 14 0 7 45 045 1 1st 8 08 6 06 2010 2010")]
    [InlineData("{{date.now(\"H k hh kk S SSS SSSSSS X x\")}}", "15 15 03 15 1 125 125000 1266179150 1266179150125")]
    [InlineData("{{date.now(\"L LT LLL\")}}", "02/14/2010 3:25 PM February 14, 2010 3:25 PM")]
    [InlineData("{{date.utc(\"YYYY-MM-DDTHH:mm:ss.SSSZ\")}}", "2010-02-14T20:25:50.125+00:00")]
    public void ClocksWriteAsMomentDoes(string template, string expected) => Assert.Equal(expected, Rendering.Render(template));
}
