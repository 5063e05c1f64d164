namespace SakilaPortal.Web.Simulations;

/// <summary>Records a second for each hour of each weekday, Sunday first.</summary>
public sealed record WeekPlan(IReadOnlyList<IReadOnlyList<double>> Hours)
{
    public const int Days = 7;
    public const int HoursADay = 24;

    public static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public double Highest => Hours.Max(day => day.Max());

    public static WeekPlan Of(Func<int, int, double> rate) =>
        new([.. Enumerable.Range(0, Days).Select(day => (IReadOnlyList<double>)[.. Enumerable.Range(0, HoursADay).Select(hour => rate(day, hour))])]);

    public static WeekPlan Even(double rate) => Of((_, _) => rate);

    /// <summary>People stream in the evening, longer at the weekend, and hardly before breakfast.</summary>
    public static WeekPlan Evenings(double peak) => Of((day, hour) =>
    {
        var weekend = day is 0 or 6;
        var share = hour switch { >= 19 and <= 22 => 1, >= 17 or 23 => 0.6, >= 12 => weekend ? 0.6 : 0.3, >= 8 => 0.2, _ => 0.05 };
        return Math.Round(peak * share * (weekend ? 1 : 0.8), 3);
    });

    public static WeekPlan OfficeHours(double peak) => Of((day, hour) => Math.Round(peak * (day is >= 1 and <= 5 && hour is >= 9 and < 17 ? 1 : 0.05), 3));

    public WeekPlan With(int day, int hour, double rate) => Of((d, h) => d == day && h == hour ? rate : Hours[d][h]);

    public WeekPlan Times(double factor) => Of((day, hour) => Math.Round(Hours[day][hour] * factor, 3));
}
