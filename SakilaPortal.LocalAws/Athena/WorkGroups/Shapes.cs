namespace SakilaPortal.LocalAws.Athena.WorkGroups;

// https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroup.html
internal sealed record WorkGroup(string Name, string State, string? Description, WorkGroupConfiguration Configuration, DateTimeOffset CreationTime);

/// <param name="BytesScannedCutoffPerQuery">A query that has scanned more bytes is cancelled; null for no limit.</param>
internal sealed record WorkGroupConfiguration(
    ResultConfiguration? ResultConfiguration = null, bool? EnforceWorkGroupConfiguration = null, bool? PublishCloudWatchMetricsEnabled = null,
    long? BytesScannedCutoffPerQuery = null, bool? RequesterPaysEnabled = null, EngineVersion? EngineVersion = null);

internal sealed record ResultConfiguration(
    string? OutputLocation = null, EncryptionConfiguration? EncryptionConfiguration = null, string? ExpectedBucketOwner = null);

internal sealed record EncryptionConfiguration(string EncryptionOption, string? KmsKey = null);

internal sealed record EngineVersion(string? SelectedEngineVersion = null, string? EffectiveEngineVersion = null)
{
    public static readonly EngineVersion Three = new("Athena engine version 3", "Athena engine version 3");
}

internal sealed record WorkGroupConfigurationUpdates(
    ResultConfigurationUpdates? ResultConfigurationUpdates = null, bool? EnforceWorkGroupConfiguration = null, bool? PublishCloudWatchMetricsEnabled = null,
    long? BytesScannedCutoffPerQuery = null, bool? RemoveBytesScannedCutoffPerQuery = null, bool? RequesterPaysEnabled = null);

internal sealed record ResultConfigurationUpdates(
    string? OutputLocation = null, bool? RemoveOutputLocation = null,
    EncryptionConfiguration? EncryptionConfiguration = null, bool? RemoveEncryptionConfiguration = null);

internal sealed record CreateWorkGroupRequest(string? Description, WorkGroupConfiguration? Configuration)
{
    public required string Name { get; init; }
}

internal sealed record UpdateWorkGroupRequest(string? Description, string? State, WorkGroupConfigurationUpdates? ConfigurationUpdates)
{
    public required string WorkGroup { get; init; }
}

internal sealed record WorkGroupNameRequest
{
    public required string WorkGroup { get; init; }
}

internal sealed record GetWorkGroupResponse(WorkGroup WorkGroup);

internal sealed record ListRequest(int? MaxResults, string? NextToken);

internal sealed record WorkGroupSummary(string Name, string State, string? Description, DateTimeOffset CreationTime, EngineVersion? EngineVersion);

internal sealed record ListWorkGroupsResponse(List<WorkGroupSummary> WorkGroups, string? NextToken);
