using System.Text.RegularExpressions;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Simulations.SimulatorText;

namespace SakilaPortal.Web.Simulations;

/// <summary>What a partner has chosen so far. The fields of its errors are those of <see cref="CreateSimulationRequest"/>, as the Api names them.</summary>
public sealed partial record SimulationPlan(
    Template? Template = null, string Body = "", double? Rate = 10, bool StopByCount = true, long? Records = 200, double? Seconds = 60, long? Seed = null)
{
    public const string RateField = "rate";
    public const string RecordsField = "stopAfterRecords";
    public const string SecondsField = "stopAfterSeconds";
    public const string TemplateField = "template";
    public const string SpeedField = "periodic.speed";
    public const string ToField = "periodic.to";

    private const double LowestRate = 0.1;
    private const double HighestRate = 50_000;

    public RateKind Kind { get; init; }

    public WeekPlan Means { get; init; } = WeekPlan.Evenings(20);

    public WeekPlan Deviations { get; init; } = WeekPlan.Evenings(2);

    public bool Smooth { get; init; } = true;

    public double? Speed { get; init; } = 1;

    /// <summary>The period to fill, in the person's own time.</summary>
    public DateTime? From { get; init; }

    public DateTime? To { get; init; }

    /// <summary>In per cent, as a person reads shares.</summary>
    public Faults Faults { get; init; } = new();

    public bool IsEdited => Template is null || Template.Body != Body;

    public bool HasFaults => Faults != new Faults();

    /// <summary>Whether the events of a past period would all bear the present time.</summary>
    public bool NeedsSimulatedTime => Kind == RateKind.Past && PresentTime().IsMatch(Body) && !Body.Contains("simTime", StringComparison.Ordinal);

    /// <summary>The text with the simulated time wherever it tells the present.</summary>
    public string WithSimulatedTime => PresentTime().Replace(Body, "date.simTime");

    public Dictionary<string, string[]> Check()
    {
        var errors = new Dictionary<string, string[]>();
        if (Rate is not (>= LowestRate and <= HighestRate) && Kind != RateKind.Week)
            errors[RateField] = [Text.RateMissing];
        if (Kind != RateKind.Past && StopByCount && Records is null)
            errors[RecordsField] = [Text.CountMissing];
        if (Kind != RateKind.Past && !StopByCount && Seconds is null)
            errors[SecondsField] = [Text.TimeMissing];
        if (Kind == RateKind.Week && Speed is null)
            errors[SpeedField] = [RunText.SpeedMissing];
        if (Kind == RateKind.Past && (From is null || To is null || To <= From))
            errors[ToField] = [RunText.PeriodMissing];
        return errors;
    }

    internal CreateSimulationRequest ToRequest(PersonClock clock) => new(
        IsEdited ? null : Template!.Id, IsEdited ? Body : null, null, Rate, Kind != RateKind.Past && StopByCount ? Records : null,
        Kind == RateKind.Past || StopByCount ? null : Seconds, Seed, Periodic(clock), HasFaults ? Shares() : null);

    private Periodic? Periodic(PersonClock clock) => Kind switch
    {
        RateKind.Week => new(Means.Hours, Deviations.Hours, Smooth, clock.ZoneName, Speed: Speed),
        RateKind.Past => new(Means.Hours, Deviations.Hours, Smooth, clock.ZoneName, clock.ToUtc(From!.Value), clock.ToUtc(To!.Value)),
        _ => null,
    };

    [GeneratedRegex(@"(?<=\{\{\s*)(date\s*\.\s*(now|utc)|current\s*\.\s*timestamp)\b")]
    private static partial Regex PresentTime();

    private Faults Shares() => new(Faults.Throttling / 100, Faults.PartialFailures / 100, Faults.Duplicates / 100, Faults.Late / 100, Faults.Malformed / 100);
}

public enum RateKind { Constant, Week, Past }
