using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Athena.WorkGroups;

/// <summary>The workgroups; <c>primary</c> is always there. Rules: https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateWorkGroup.html.</summary>
internal sealed partial class WorkGroupStore(string folder, TimeProvider clock) : IResettable
{
    public const string Primary = "primary";
    private const long SmallestCutoff = 10_000_000;
    private readonly JsonShelf<WorkGroup> shelf = new(folder);
    private readonly Lock writing = new();

    private static WorkGroup PrimaryGroup => new(Primary, "ENABLED", null, new WorkGroupConfiguration(EngineVersion: EngineVersion.Three), DateTimeOffset.UnixEpoch);

    public IEnumerable<WorkGroup> All => shelf.Find(Primary) is null ? shelf.All.Append(PrimaryGroup) : shelf.All;

    /// <exception cref="AwsException">There is none of the name.</exception>
    public WorkGroup Get(string? name) =>
        shelf.Find(name ?? Primary) ?? (name is null or Primary ? PrimaryGroup : throw new AwsException("InvalidRequestException", $"WorkGroup {name} is not found."));

    public void Create(CreateWorkGroupRequest request)
    {
        if (!NamePattern().IsMatch(request.Name))
            throw new AwsException("InvalidRequestException", $"'{request.Name}' is no workgroup name: 1 to 128 letters, digits and . _ - are.");
        var configuration = (request.Configuration ?? new WorkGroupConfiguration()) with { EngineVersion = EngineVersion.Three };
        CheckCutoff(configuration.BytesScannedCutoffPerQuery);
        lock (writing)
        {
            if (request.Name == Primary || shelf.Find(request.Name) is not null)
                throw new AwsException("InvalidRequestException", $"WorkGroup {request.Name} is already created.");
            shelf.Put(request.Name, new WorkGroup(request.Name, "ENABLED", request.Description,
                configuration with { EnforceWorkGroupConfiguration = configuration.EnforceWorkGroupConfiguration ?? true }, clock.GetUtcNow()));
        }
    }

    public void Update(UpdateWorkGroupRequest request)
    {
        lock (writing)
        {
            var group = Get(request.WorkGroup);
            shelf.Put(group.Name, group with
            {
                Description = request.Description ?? group.Description,
                State = request.State ?? group.State,
                Configuration = request.ConfigurationUpdates is { } updates ? Apply(group.Configuration, updates) : group.Configuration,
            });
        }
    }

    public void Delete(string name)
    {
        if (name == Primary) throw new AwsException("InvalidRequestException", "The primary workgroup cannot be deleted.");
        if (!shelf.Remove(name)) throw new AwsException("InvalidRequestException", $"WorkGroup {name} is not found.");
    }

    public void Reset() => shelf.Clear();

    private static WorkGroupConfiguration Apply(WorkGroupConfiguration now, WorkGroupConfigurationUpdates updates)
    {
        CheckCutoff(updates.BytesScannedCutoffPerQuery);
        return now with
        {
            EnforceWorkGroupConfiguration = updates.EnforceWorkGroupConfiguration ?? now.EnforceWorkGroupConfiguration,
            PublishCloudWatchMetricsEnabled = updates.PublishCloudWatchMetricsEnabled ?? now.PublishCloudWatchMetricsEnabled,
            RequesterPaysEnabled = updates.RequesterPaysEnabled ?? now.RequesterPaysEnabled,
            BytesScannedCutoffPerQuery = updates.RemoveBytesScannedCutoffPerQuery == true ? null : updates.BytesScannedCutoffPerQuery ?? now.BytesScannedCutoffPerQuery,
            ResultConfiguration = updates.ResultConfigurationUpdates is { } results ? Apply(now.ResultConfiguration ?? new(), results) : now.ResultConfiguration,
        };
    }

    private static ResultConfiguration Apply(ResultConfiguration now, ResultConfigurationUpdates updates) => now with
    {
        OutputLocation = updates.RemoveOutputLocation == true ? null : updates.OutputLocation ?? now.OutputLocation,
        EncryptionConfiguration = updates.RemoveEncryptionConfiguration == true ? null : updates.EncryptionConfiguration ?? now.EncryptionConfiguration,
    };

    private static void CheckCutoff(long? bytes)
    {
        if (bytes < SmallestCutoff)
            throw new AwsException("InvalidRequestException", $"BytesScannedCutoffPerQuery must be {SmallestCutoff} or more, not {bytes}.");
    }

    [GeneratedRegex("^[a-zA-Z0-9._-]{1,128}$")]
    private static partial Regex NamePattern();
}
