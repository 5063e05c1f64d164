namespace SakilaPortal.Web.Simulations;

internal static class RunText
{
    public const string Rate = "Rate";
    public const string Constant = "the same all the time";
    public const string Week = "by hour and weekday, from now";
    public const string Past = "by hour and weekday, filling a past period";
    public const string Speed = "Simulated seconds in a second";
    public const string SpeedHint = "1 is real time; 3600 is an hour a second. {{date.simTime}} tells the simulated time.";
    public const string SpeedMissing = "Enter how fast simulated time runs; 1 is real time.";
    public const string From = "From";
    public const string To = "To";
    public const string FillRate = "Records a second while filling";
    public const string PastHint = "Use a template with {{date.simTime}}, so that events bear the times of the period.";
    public const string PeriodMissing = "Enter both ends of the period, the end after the start.";
    public const string Pattern = "Pattern";
    public const string Even = "Even";
    public const string Evenings = "Evenings and weekends";
    public const string Office = "Office hours";
    public const string Peak = "Peak, records a second";
    public const string Spread = "Deviation, % of the mean";
    public const string EachHour = "Each hour of the week";
    public const string Hour = "Hour";
    public const string Mean = "Mean records a second";
    public const string Deviation = "Standard deviation";
    public const string Smooth = "Go from hour to hour smoothly";
    public const string Faults = "Faults on purpose";
    public const string FaultsHint = "In per cent. They are injected before Firehose and counted beside the others, so that the sums stay exact.";
    public const string Throttling = "Batches throttled, %";
    public const string PartialFailures = "Records failing in a batch, %";
    public const string Duplicates = "Events sent twice, %";
    public const string Late = "Events 1–72 h late, %";
    public const string Malformed = "Extra malformed records, %";
}
