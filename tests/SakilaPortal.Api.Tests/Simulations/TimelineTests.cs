using SakilaPortal.Api.Simulations;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Tests.Simulations;

public class TimelineTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void EachHourOfTheWeekHasItsMean()
    {
        var timeline = new Timeline(new(Week((day, hour) => day == 1 && hour == 9 ? 2 : 1)), Monday, Monday.AddDays(1), 1);
        Assert.Equal(24 * 3600 + 3600, timeline.Total);
        Assert.Equal(9 * 3600, timeline.CountAt(Monday.AddHours(9).AddMilliseconds(-1)));
        Assert.Equal(9 * 3600 + 7200, timeline.CountAt(Monday.AddHours(10).AddMilliseconds(-1)));
    }

    [Fact]
    public void ARecordIsDueAtTheTimeThatItBears()
    {
        var timeline = new Timeline(new(Week((_, hour) => hour * 0.01), Week((_, _) => 0.05)), Monday, Monday.AddDays(2), 3);
        foreach (var number in new[] { 1, 2, 500, timeline.Total / 2, timeline.Total })
        {
            Assert.True(timeline.CountAt(timeline.TimeOf(number)) >= number);
            Assert.True(timeline.CountAt(timeline.TimeOf(number).AddSeconds(-1)) < number);
        }
    }

    [Fact]
    public void TheDeviationIsThatOfEachSecond()
    {
        var timeline = new Timeline(new(Week((_, _) => 10), Week((_, _) => 2)), Monday, Monday.AddDays(7), 1);
        var minutes = Enumerable.Range(0, 7 * 1440).Select(minute =>
            (double)(timeline.CountAt(Monday.AddMinutes(minute + 1).AddTicks(-1)) - timeline.CountAt(Monday.AddMinutes(minute).AddTicks(-1)))).ToArray();
        var mean = minutes.Average();
        Assert.InRange(mean, 599, 601);
        Assert.InRange(Math.Sqrt(minutes.Average(count => (count - mean) * (count - mean))), 15, 16);
    }

    [Fact]
    public void HoursAreThoseOfTheZoneGiven()
    {
        var timeline = new Timeline(new(Week((day, hour) => day == 0 && hour == 20 ? 1 : 0), Zone: "America/New_York"), Monday, Monday.AddDays(1), 1);
        Assert.Equal(3600, timeline.Total);
        Assert.Equal(new DateTimeOffset(2026, 1, 4, 20, 0, 0, TimeSpan.FromHours(-5)), timeline.TimeOf(1));
    }

    [Fact]
    public void SmoothHoursGoOverIntoEachOther()
    {
        var timeline = new Timeline(new(Week((_, hour) => hour == 12 ? 2 : 1), Smooth: true), Monday, Monday.AddDays(1), 1);
        var atNoon = timeline.CountAt(Monday.AddHours(12).AddMinutes(1)) - timeline.CountAt(Monday.AddHours(12));
        Assert.InRange(atNoon, 88, 92);
        Assert.InRange(timeline.Total, 24 * 3600 + 3500, 24 * 3600 + 3700);
    }

    [Fact]
    public void ATimelineRunsAtItsSpeedAndWhoResumesGoesOnInIt()
    {
        var timeline = new Timeline(new(Week((_, _) => 1)), Monday, Monday.AddHours(1), 1);
        var schedule = new Schedule(10, timeline.Total, 0, timeline, Speed: 60);
        Assert.Equal(1, schedule.DueAt(TimeSpan.Zero));
        Assert.Equal(1801, schedule.DueAt(TimeSpan.FromSeconds(30)));
        Assert.Equal(3600, schedule.DueAt(TimeSpan.FromSeconds(60)));
        Assert.InRange(schedule.Length.TotalSeconds, 59.9, 60);
        Assert.Equal(2400, (schedule with { }).DueAt(TimeSpan.FromSeconds(39.99)));
        Assert.InRange(new Schedule(10, timeline.Total, 1800, timeline, Speed: 60).DueAt(TimeSpan.FromSeconds(10)), 2399, 2401);
    }

    private static double[][] Week(Func<int, int, double> rate) =>
        [.. Enumerable.Range(0, 7).Select(day => Enumerable.Range(0, 24).Select(hour => rate(day, hour)).ToArray())];
}
