using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using MySqlConnector;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Partners.Delivery;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templates;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Api.Simulations;

/// <summary>Makes a simulation of a request, or says why there can be none.</summary>
internal sealed class SimulationPlanning(
    MySqlDataSource database, SimulationStore store, DeliveryStreams streams, IOptions<SimulationOptions> options, TimeProvider clock)
{
    private const double HighestRate = 50_000;
    private const double DefaultRate = 10;
    private const double DefaultSeconds = 60;
    private const double LongestSeconds = 7 * 24 * 60 * 60;
    private const long MostRecords = 1_000_000_000;
    private const double HighestShare = 0.9;

    public async Task<(SimulationRow? Row, ProblemHttpResult? Refusal)> PlanAsync(
        CreateSimulationRequest request, string userName, CancellationToken cancellationToken)
    {
        if (Check(request) is { Any: true } errors)
            return (null, errors.AsInvalid());
        if (await store.CountRunningAsync(cancellationToken) >= options.Value.MostAtOnce)
            return (null, Problems.Conflict($"{options.Value.MostAtOnce} simulations are running already; stop one of them or wait for its end."));

        var template = request.TemplateId is { } id ? await database.FindTemplateAsync(id, cancellationToken) : null;
        if (template is null && request.TemplateId is not null)
            return (null, Problems.Impossible("templateId", $"There is no template {request.TemplateId}; it may have been deleted."));

        var stream = request.DeliveryStream ?? PartnerEventRules.Stream;
        if (await streams.ExistsAsync(stream, cancellationToken) is false)
            return (null, Problems.Impossible("deliveryStream", $"There is no delivery stream {stream}; the usual one is {PartnerEventRules.Stream}."));

        var body = template?.Body ?? request.Template!;
        var seed = request.Seed ?? Random.Shared.NextInt64();
        var preview = Preview.Of(body, await database.RulesAsync(stream, cancellationToken), clock, seed, cancellationToken);
        if (preview.Problems.Count > 0)
            return (null, Refuse(preview.Problems));
        var row = Row(request, template?.Name, body, stream, seed, userName);
        return row.Schedule.Total switch
        {
            0 => (null, Problems.Impossible("periodic", "No record falls into this period; raise the means, or let it be longer.")),
            > MostRecords and var total => (null, Problems.Impossible(
                request.Periodic?.To is null ? "stopAfterSeconds" : "periodic.to",
                $"This would be {total:N0} records; at most {MostRecords:N0} are possible. End it earlier, or lower the rate.")),
            _ => (row, null),
        };
    }

    private static FieldErrors Check(CreateSimulationRequest request)
    {
        var errors = new FieldErrors();
        if (request.TemplateId is null)
            errors.Require("template", request.Template, TemplateStore.LongestBody);
        else if (request.Template is not null)
            errors.Add("template", "Give either templateId or template, not both.");
        if (request.Rate is not (null or (> 0 and <= HighestRate)))
            errors.Add("rate", $"The rate must be more than 0 and at most {HighestRate:N0} records a second.");
        if (request.StopAfterRecords is < 1 or > MostRecords)
            errors.Add("stopAfterRecords", $"This must be between 1 and {MostRecords:N0}.");
        if (request.StopAfterSeconds is not (null or (> 0 and <= LongestSeconds)))
            errors.Add("stopAfterSeconds", $"This must be more than 0 and at most {LongestSeconds:N0}, which is a week.");
        request.Periodic?.Check(errors, HighestRate);
        if (request.Faults is { } faults)
            Check(faults, errors);
        if (request.DeliveryStream is { Length: 0 or > 64 })
            errors.Add("deliveryStream", "The name of a delivery stream has 1 to 64 characters.");
        return errors;
    }

    private static ProblemHttpResult Refuse(IReadOnlyList<TemplateProblem> problems) => TypedResults.Problem(new HttpValidationProblemDetails(
        new Dictionary<string, string[]> { ["template"] = [.. problems.Select(problem => $"Line {problem.Line}, column {problem.Column}: {problem.Message}")] })
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Title = "The template has problems; nothing was sent.",
        Detail = $"Line {problems[0].Line}, column {problems[0].Column}: {problems[0].Message}",
        Extensions = { ["problems"] = problems },
    });

    private static void Check(Faults faults, FieldErrors errors)
    {
        foreach (var (name, share, most) in new[]
        {
            ("throttling", faults.Throttling, HighestShare), ("partialFailures", faults.PartialFailures, HighestShare), ("duplicates", faults.Duplicates, 1),
            ("late", faults.Late, 1), ("malformed", faults.Malformed, 1),
        })
            if (!(share >= 0 && share <= most))
                errors.Add($"faults.{name}", $"This is a share, between 0 and {most}.");
    }

    // Without a limit it ends after a minute, or with its period.
    private SimulationRow Row(CreateSimulationRequest request, string? templateName, string body, string stream, long seed, string userName)
    {
        var bounded = request.StopAfterRecords is not null || request.Periodic?.To is not null;
        var seconds = request.StopAfterSeconds ?? (bounded ? null : DefaultSeconds);
        var periodic = request.Periodic?.Bounded(clock.GetUtcNow().UtcDateTime, seconds ?? LongestSeconds);
        return new(
            Guid.CreateVersion7().ToString("N"), "running", templateName, body, stream, request.Rate ?? DefaultRate, request.StopAfterRecords,
            seconds, seed, 0, 0, 0, 0, 0, "[]", userName, default, null, null, false, 0, 0,
            new SimulationSettings(periodic, request.Faults).Write(), 0, 0, 0, 0, 0, 0);
    }
}
