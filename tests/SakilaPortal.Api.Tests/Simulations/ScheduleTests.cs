using SakilaPortal.Api.Simulations;

namespace SakilaPortal.Api.Tests.Simulations;

public class ScheduleTests
{
    [Theory]
    [InlineData(10, null, 60.0, 600)]
    [InlineData(10, 600L, null, 600)]
    [InlineData(10, 50L, 60.0, 50)]
    [InlineData(50_000, 1_000_000L, 3.0, 150_000)]
    [InlineData(0.1, null, 1.0, 1)]
    [InlineData(33.3, null, 10.0, 333)]
    public void ASimulationEndsByCountOrByTime(double rate, long? records, double? seconds, long total) =>
        Assert.Equal(total, Schedule.TotalOf(rate, records, seconds));

    [Fact]
    public void TenASecondForAMinuteAreSixHundredOneEachTenthOfASecond()
    {
        var schedule = new Schedule(10, 600, 0);
        Assert.Equal(1, schedule.DueAt(TimeSpan.Zero));
        Assert.Equal(1, schedule.DueAt(TimeSpan.FromMilliseconds(99)));
        Assert.Equal(2, schedule.DueAt(TimeSpan.FromMilliseconds(100)));
        Assert.Equal(301, schedule.DueAt(TimeSpan.FromSeconds(30)));
        Assert.Equal(600, schedule.DueAt(TimeSpan.FromSeconds(59.9)));
        Assert.Equal(600, schedule.DueAt(TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.FromSeconds(60), schedule.Length);
    }

    [Fact]
    public void WhoResumesGoesOnWhereItWasLeft()
    {
        var schedule = new Schedule(10, 600, 400);
        Assert.Equal(401, schedule.DueAt(TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromSeconds(20), schedule.Length);
    }
}
