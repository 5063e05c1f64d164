using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;
using Text = SakilaPortal.Web.Simulations.SimulatorText;

namespace SakilaPortal.Web.Simulations;

/// <summary>What a partner has chosen so far. The fields of its errors are those of <see cref="CreateSimulationRequest"/>, as the Api names them.</summary>
public sealed record SimulationPlan(
    Template? Template = null, string Body = "", double? Rate = 10, bool StopByCount = true, long? Records = 200, double? Seconds = 60, long? Seed = null)
{
    public const string RateField = "rate";
    public const string RecordsField = "stopAfterRecords";
    public const string SecondsField = "stopAfterSeconds";
    public const string TemplateField = "template";

    public bool IsEdited => Template is null || Template.Body != Body;

    public Dictionary<string, string[]> Check()
    {
        var errors = new Dictionary<string, string[]>();
        if (Rate is null)
            errors[RateField] = [Text.RateMissing];
        if (StopByCount && Records is null)
            errors[RecordsField] = [Text.CountMissing];
        if (!StopByCount && Seconds is null)
            errors[SecondsField] = [Text.TimeMissing];
        return errors;
    }

    public CreateSimulationRequest ToRequest() => new(
        IsEdited ? null : Template!.Id, IsEdited ? Body : null, null, Rate, StopByCount ? Records : null, StopByCount ? null : Seconds, Seed);
}
